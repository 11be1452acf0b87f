package uk.jointdesk.finance.posting.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyInput;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Period;

/**
 * A journal as a caller sends it: either lines, or the journal to reverse and what stands in its place.
 *
 * @param period 13 for a closing entry dated in March; else it follows from the date
 */
public record JournalInput(
        @NotNull LocalDate date,
        Integer period,
        @NotBlank @Size(max = 500) String description,

        @Schema(description = "The journal to undo; its lines are mirrored, and none may be given")
        UUID reverses,

        @Size(max = 1000) List<@NotNull @Valid Line> lines,

        @Schema(description = "With reverses: the lines as they should have been, posted in the same transaction")
        @Size(max = 1000)
        List<@NotNull @Valid Line> replacement) {

    /** One line: exactly one of debit and credit, above zero. */
    public record Line(
            @NotNull Account account,
            String budgetLine,
            String partner,
            String costCentre,
            String subjective,
            String project,
            MoneyInput debit,
            MoneyInput credit) {

        Entry entry(String pointer) {
            if ((debit == null) == (credit == null)) {
                throw new RuleBroken("line-one-sided", pointer, "A line has either a debit or a credit.");
            }
            Money amount = debit == null ? positive(credit, pointer + "/credit") : positive(debit, pointer + "/debit");
            Coding coding = new Coding(costCentre, subjective, project);
            return new Entry(account, budgetLine, partner, debit == null ? amount.negated() : amount, coding);
        }

        private static Money positive(MoneyInput input, String pointer) {
            Money amount = input.read(pointer);
            if (amount.signum() <= 0) {
                throw new RuleBroken("amount-not-positive", pointer + "/amount", "Debits and credits are above zero.");
            }
            return amount;
        }
    }

    Period accountingPeriod() {
        Period dated = Period.containing(date);
        if (period == null || period == dated.number()) {
            return dated;
        }
        if (period != Period.CLOSING || dated.number() != 12) {
            throw new RuleBroken(
                    "period-not-of-date", "/period", "The date " + date + " is in P" + dated.number() + ".");
        }
        return new Period(dated.year(), Period.CLOSING);
    }

    boolean isReversal() {
        if (reverses != null && lines != null) {
            throw new RuleBroken("reversal-has-lines", "/lines", "A reversal mirrors the lines of the other journal.");
        }
        if (reverses == null && lines == null) {
            throw new RuleBroken("journal-too-short", "/lines", "A journal has at least two lines.");
        }
        if (reverses == null && replacement != null) {
            throw new RuleBroken(
                    "replacement-without-reversal", "/replacement", "Name the journal whose place these lines take.");
        }
        return reverses != null;
    }

    List<Entry> entries() {
        return entries(lines, "/lines/");
    }

    List<Entry> replacingEntries() {
        return entries(replacement, "/replacement/");
    }

    private static List<Entry> entries(List<Line> lines, String pointer) {
        List<Entry> entries = new ArrayList<>();
        for (Line line : lines) {
            entries.add(line.entry(pointer + entries.size()));
        }
        return entries;
    }
}
