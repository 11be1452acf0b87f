package uk.jointdesk.finance.budget.domain;

import java.util.Map;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * What a change may do to the lines as they stand. It is looked at when the change is asked for, and again when it is
 * approved, since other changes may have come in between.
 */
public final class ChangeRules {
    private final Map<String, BudgetLine> lines;

    /** @param lines of the change's year, by code */
    public ChangeRules(Map<String, BudgetLine> lines) {
        this.lines = lines;
    }

    /** @throws RuleBroken with the pointer of the line */
    public void check(BudgetChange change) {
        for (int i = 0; i < change.lines().size(); i++) {
            check(change, change.lines().get(i), "/lines/" + i);
        }
        checkCapital(change);
    }

    private void check(BudgetChange change, BudgetChange.Line changed, String pointer) {
        BudgetLine line = lines.get(changed.budgetLine());
        if (line == null) {
            throw new RuleBroken("line-unknown", pointer + "/budgetLine", "The year has no budget line of this code.");
        }
        checkAmount(line, line.pool().budget().plus(changed.amount()), pointer);
        boolean given = changed.amount().signum() > 0;
        if (change.kind() == ChangeKind.REPLACEMENT && given == line.terms().placeholder()) {
            throw new RuleBroken(
                    "replacement-direction",
                    pointer,
                    "A replacement takes from placeholders and gives to other lines.");
        }
    }

    private static void checkAmount(BudgetLine line, Money after, String pointer) {
        if (line.pool().dividedBy().isEmpty()) {
            throw new RuleBroken(
                    "line-needs-scheme", pointer + "/budgetLine", "Nothing divides this line: it holds no budget.");
        }
        if (line.terms().saving() ? after.signum() > 0 : after.signum() < 0) {
            throw new RuleBroken("budget-wrong-side", pointer + "/amount", "The line would come to " + after + ".");
        }
    }

    /** Capital resources pay for no running cost; revenue may pay for capital. */
    private void checkCapital(BudgetChange change) {
        if (change.kind().sign() != 0) {
            return;
        }
        Money capital = Money.sum(change.lines().stream()
                .filter(line -> lines.get(line.budgetLine()).pool().kind() == PoolKind.CAPITAL)
                .map(BudgetChange.Line::amount)
                .toList());
        if (capital.signum() < 0) {
            throw new RuleBroken("capital-to-revenue", "/lines", "Capital is not moved to lines of revenue.");
        }
    }
}
