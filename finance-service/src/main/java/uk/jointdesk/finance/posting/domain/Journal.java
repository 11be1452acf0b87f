package uk.jointdesk.finance.posting.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Period;

/**
 * A balanced set of entries: debits equal credits, without any tolerance. A journal is never edited; another one
 * reverses it.
 *
 * @param reverses the journal that this one undoes, or null
 * @param origin where it came from, or null when somebody entered it
 */
public record Journal(
        UUID id, LocalDate date, Period period, String description, UUID reverses, Origin origin, List<Entry> entries) {

    /** @throws RuleBroken {@code journal-too-short}, {@code line-misplaced}, {@code journal-unbalanced}, {@code period-not-of-date} */
    public Journal {
        entries = List.copyOf(entries);
        if (!period.span().contains(date)) {
            throw new RuleBroken("period-not-of-date", "/period", "The date " + date + " is not in that period.");
        }
        if (entries.size() < 2) {
            throw new RuleBroken("journal-too-short", "/lines", "A journal has at least two lines.");
        }
        for (int i = 0; i < entries.size(); i++) {
            checkPlace(entries.get(i), i);
        }
        checkBalance(entries);
    }

    /** One that somebody entered. */
    public Journal(UUID id, LocalDate date, Period period, String description, UUID reverses, List<Entry> entries) {
        this(id, date, period, description, reverses, null, entries);
    }

    private static void checkPlace(Entry entry, int index) {
        String pointer = "/lines/" + index;
        if (entry.account().isCost() != (entry.budgetLine() != null)) {
            throw new RuleBroken(
                    "line-misplaced",
                    pointer + "/budgetLine",
                    "EXPENDITURE and INCOME, and only they, name a budget line.");
        }
        if (entry.partner() != null && !entry.account().mayNamePartner()) {
            throw new RuleBroken(
                    "line-misplaced", pointer + "/partner", "A line of " + entry.account() + " names no partner.");
        }
    }

    private static void checkBalance(List<Entry> entries) {
        Money debits = sum(entries, 1);
        Money credits = sum(entries, -1).negated();
        if (!debits.equals(credits)) {
            throw new RuleBroken(
                    "journal-unbalanced", "/lines", "Debits are " + debits + " and credits are " + credits + ".");
        }
    }

    private static Money sum(List<Entry> entries, int sign) {
        return Money.sum(entries.stream()
                .map(Entry::amount)
                .filter(amount -> amount.signum() == sign)
                .toList());
    }

    /** The journal that undoes this one. */
    public Journal reversal(UUID newId, LocalDate on, Period in, String why) {
        return new Journal(
                newId, on, in, why, id, entries.stream().map(Entry::reversed).toList());
    }
}
