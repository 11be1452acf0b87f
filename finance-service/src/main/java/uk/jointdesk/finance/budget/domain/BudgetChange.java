package uk.jointdesk.finance.budget.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * A change of an approved budget that somebody asks for.
 *
 * @param requestedBy client that asks
 * @param decision of the board, or null while it is out
 */
public record BudgetChange(
        UUID id,
        FinancialYear year,
        ChangeKind kind,
        String reason,
        List<Line> lines,
        Instant requestedAt,
        String requestedBy,
        Decision decision) {

    /** @param amount above zero is added to the line, below is taken from it */
    public record Line(String budgetLine, Money amount) {}

    /** @param by client that decided */
    public record Decision(Outcome outcome, String reason, Instant at, String by) {}

    public enum Outcome {
        APPROVED,
        REJECTED
    }

    public enum Status {
        REQUESTED,
        APPROVED,
        REJECTED
    }

    /** @throws RuleBroken {@code line-twice}, {@code amount-zero}, {@code change-out-of-balance}, {@code change-sign} */
    public BudgetChange {
        lines = List.copyOf(lines);
        checkLines(lines);
        checkSum(kind, Money.sum(lines.stream().map(Line::amount).toList()));
    }

    private static void checkLines(List<Line> lines) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!seen.add(lines.get(i).budgetLine())) {
                throw new RuleBroken("line-twice", "/lines/" + i + "/budgetLine", "Each line is named once.");
            }
            if (lines.get(i).amount().isZero()) {
                throw new RuleBroken(
                        "amount-zero", "/lines/" + i + "/amount", "A line that does not change is left out.");
            }
        }
    }

    private static void checkSum(ChangeKind kind, Money sum) {
        if (kind.sign() == 0 && !sum.isZero()) {
            throw new RuleBroken(
                    "change-out-of-balance", "/lines", "What is moved adds up to nothing; this is out by " + sum + ".");
        }
        if (sum.signum() != kind.sign()) {
            throw new RuleBroken("change-sign", "/lines", "The lines of a " + kind + " do not add up to " + sum + ".");
        }
    }

    public Status status() {
        return Optional.ofNullable(decision)
                .map(made -> Status.valueOf(made.outcome().name()))
                .orElse(Status.REQUESTED);
    }
}
