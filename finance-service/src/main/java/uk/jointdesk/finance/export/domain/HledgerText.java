package uk.jointdesk.finance.export.domain;

import java.util.List;
import java.util.Locale;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * The subset of the journal format that both hledger and ledger read: no directives, amounts with a point and two
 * decimals, tags as comments of their own below what they belong to. Accounts are leaves only, such as
 * {@code expenditure:BASE:LBB} and {@code expenditure:BASE:shared}: the two programs disagree on how the balance of an
 * account with accounts below it is shown.
 */
public final class HledgerText implements PlainText {
    private static final String INDENT = "    ";

    @Override
    public String header(FinancialYear year) {
        return "; Ledger of the shared service, " + year.code() + ": debits above zero, credits below\n\n";
    }

    @Override
    public String journal(Posted posted) {
        Journal journal = posted.journal();
        StringBuilder text = new StringBuilder(200 + 80 * journal.entries().size());
        text.append(journal.date()).append(" * (").append(posted.entered()).append(") ");
        text.append(plain(journal.description())).append('\n');
        tag(text, "id", journal.id().toString());
        tag(text, "period", "P" + journal.period().number());
        tag(
                text,
                "reverses",
                journal.reverses() == null ? null : journal.reverses().toString());
        if (journal.origin() != null) {
            tag(text, "source", journal.origin().source());
            tag(text, "reference", journal.origin().reference());
        }
        journal.entries().forEach(entry -> posting(text, entry));
        return text.append('\n').toString();
    }

    private static void posting(StringBuilder text, Entry entry) {
        text.append(INDENT)
                .append(account(entry))
                .append("  ")
                .append(entry.amount())
                .append(" GBP\n");
        Coding coding = entry.coding();
        tag(text, "cost-centre", coding.costCentre());
        tag(text, "subjective", coding.subjective());
        tag(text, "project", coding.project());
    }

    /** The name of an entry's account in the file. */
    public static String account(Entry entry) {
        String root = entry.account().name().toLowerCase(Locale.ROOT);
        if (!entry.account().mayNamePartner()) {
            return root;
        }
        String whose = entry.partner() == null ? "shared" : entry.partner();
        return entry.budgetLine() == null
                ? root + ":" + whose
                : String.join(":", List.of(root, entry.budgetLine(), whose));
    }

    private static void tag(StringBuilder text, String name, String value) {
        if (value != null) {
            text.append(INDENT)
                    .append("; ")
                    .append(name)
                    .append(": ")
                    .append(plain(value))
                    .append('\n');
        }
    }

    /** A semicolon begins a comment, a bar parts payee from note, a comma ends a tag's value. */
    private static String plain(String text) {
        return text.replaceAll("[\\s;|,]+", " ").strip();
    }
}
