package uk.jointdesk.finance.budget.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * What is meant to be spent over several years.
 *
 * @param lines by year and code
 * @param assumption whether some of it is assumed and not published
 * @param approved by the board, or null while it is a draft
 * @param version counts its edits
 */
public record BudgetPlan(
        String code,
        String title,
        FinancialYear first,
        FinancialYear last,
        List<PlanLine> lines,
        String source,
        boolean assumption,
        Approval approved,
        long version) {
    private static final int MOST_YEARS = 10;

    /** @throws RuleBroken {@code years-reversed}, {@code plan-too-long}, {@code line-twice}, {@code line-outside-plan} */
    public BudgetPlan {
        lines = List.copyOf(lines);
        if (last.compareTo(first) < 0) {
            throw new RuleBroken("years-reversed", "/lastYear", "A plan ends in its first year at the earliest.");
        }
        if (last.startsIn() - first.startsIn() >= MOST_YEARS) {
            throw new RuleBroken("plan-too-long", "/lastYear", "A plan is for at most " + MOST_YEARS + " years.");
        }
        checkLines(lines, first, last);
    }

    private static void checkLines(List<PlanLine> lines, FinancialYear first, FinancialYear last) {
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            PlanLine line = lines.get(i);
            if (line.year().compareTo(first) < 0 || line.year().compareTo(last) > 0) {
                throw new RuleBroken("line-outside-plan", "/lines/" + i + "/financialYear", "Not a year of the plan.");
            }
            if (!seen.add(List.of(line.year(), line.code()))) {
                throw new RuleBroken("line-twice", "/lines/" + i + "/code", "A line is named once in each year.");
            }
        }
    }

    public Optional<Approval> approval() {
        return Optional.ofNullable(approved);
    }

    public List<PlanLine> linesOf(FinancialYear year) {
        return lines.stream().filter(line -> line.year().equals(year)).toList();
    }

    /** Each year of the plan, also one without a line. */
    public List<Year> years() {
        return Stream.iterate(first, year -> year.compareTo(last) <= 0, FinancialYear::next)
                .map(this::year)
                .toList();
    }

    private Year year(FinancialYear year) {
        Predicate<PlanLine> capital = line -> line.kind() == PoolKind.CAPITAL;
        Predicate<PlanLine> oneOff = line -> line.terms().recurrence() == Recurrence.ONE_OFF;
        return new Year(
                year,
                sum(year, capital.negate().and(oneOff)),
                sum(year, capital.negate().and(oneOff.negate())),
                sum(year, capital));
    }

    private Money sum(FinancialYear year, Predicate<PlanLine> which) {
        return Money.sum(
                linesOf(year).stream().filter(which).map(PlanLine::amount).toList());
    }

    /** One year of a plan: revenue that comes once, revenue that goes on, and capital. */
    public record Year(FinancialYear year, Money oneOff, Money ongoing, Money capital) {
        public Money total() {
            return oneOff.plus(ongoing).plus(capital);
        }
    }
}
