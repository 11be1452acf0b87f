package uk.jointdesk.finance.posting.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.jointdesk.finance.budget.domain.BudgetLine;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.code.domain.Dimension;
import uk.jointdesk.finance.code.store.LedgerCodes;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Whether everything that the lines of a journal name is known, and open to them on the day. */
@ApplicationScoped
public class EntryRules {
    private final BudgetLines lines;
    private final FundingPartners register;
    private final LedgerCodes codes;

    public EntryRules(BudgetLines lines, FundingPartners register, LedgerCodes codes) {
        this.lines = lines;
        this.register = register;
        this.codes = codes;
    }

    /** @param pointer to the list the entries came in, such as {@code /lines/} */
    void check(List<Entry> entries, FinancialYear year, LocalDate day, String pointer) {
        Map<String, BudgetLine> pools = lines.byCode(year);
        Set<String> partners = register.codes();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            checkPartner(entry, partners, pointer + i);
            checkLine(entry, pools.get(entry.budgetLine()), day, pointer + i);
            checkCoding(entry.coding(), day, pointer + i);
        }
    }

    /** Lines of an earlier year that are undone in this one need lines to be undone on. */
    void checkLinesExist(List<Entry> entries, FinancialYear year, String pointer) {
        Set<String> known = lines.byCode(year).keySet();
        for (Entry entry : entries) {
            if (entry.account().isCost() && !known.contains(entry.budgetLine())) {
                throw unknownLine(pointer, entry.budgetLine());
            }
        }
    }

    private static void checkPartner(Entry entry, Set<String> partners, String pointer) {
        if (entry.partner() != null && !partners.contains(entry.partner())) {
            throw new RuleBroken("partner-unknown", pointer + "/partner", "No funding partner has this code.");
        }
    }

    private static void checkLine(Entry entry, BudgetLine line, LocalDate day, String pointer) {
        if (!entry.account().isCost()) {
            return;
        }
        if (line == null) {
            throw unknownLine(pointer + "/budgetLine", entry.budgetLine());
        }
        if (!line.terms().isActiveOn(day)) {
            throw new RuleBroken(
                    "line-not-active", pointer + "/budgetLine", "No cost falls on this line on " + day + ".");
        }
        if (entry.partner() == null && line.pool().dividedBy().isEmpty()) {
            throw new RuleBroken(
                    "line-needs-partner", pointer + "/partner", "Nothing divides this line: name the partner charged.");
        }
    }

    private static RuleBroken unknownLine(String pointer, String line) {
        return new RuleBroken("line-unknown", pointer, "The year has no budget line " + line + ".");
    }

    private void checkCoding(Coding coding, LocalDate day, String pointer) {
        checkCode(Dimension.COST_CENTRE, coding.costCentre(), day, pointer);
        checkCode(Dimension.SUBJECTIVE, coding.subjective(), day, pointer);
        checkCode(Dimension.PROJECT, coding.project(), day, pointer);
    }

    private void checkCode(Dimension dimension, String code, LocalDate day, String pointer) {
        if (code == null) {
            return;
        }
        boolean active = codes.find(dimension, code)
                .filter(known -> known.isActiveOn(day))
                .isPresent();
        if (!active) {
            throw new RuleBroken(
                    "code-unknown",
                    pointer + "/" + dimension.field(),
                    "No code " + code + " is active on " + day + ".");
        }
    }
}
