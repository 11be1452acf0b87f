package uk.jointdesk.finance.export.domain;

import java.util.HashSet;
import java.util.Set;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * Beancount's own syntax. Every account is opened on the first day of the year, where it is first used: the order of
 * directives in a file means nothing to Beancount, which sorts them by day.
 */
public final class BeancountText implements PlainText {
    private final Set<String> opened = new HashSet<>();

    @Override
    public String header(FinancialYear year) {
        return "; Debits above zero, credits below\n" + "option \"title\" \"Ledger of the shared service, "
                + year.code() + "\"\n" + "option \"operating_currency\" \"GBP\"\n\n";
    }

    @Override
    public String journal(Posted posted) {
        Journal journal = posted.journal();
        StringBuilder text = new StringBuilder(200 + 80 * journal.entries().size());
        journal.entries().forEach(entry -> open(text, entry, journal.period().year()));
        text.append(journal.date())
                .append(" * ")
                .append(quoted(journal.description()))
                .append('\n');
        tag(text, "  ", "entered", Long.toString(posted.entered()));
        tag(text, "  ", "id", journal.id().toString());
        tag(text, "  ", "period", "P" + journal.period().number());
        tag(
                text,
                "  ",
                "reverses",
                journal.reverses() == null ? null : journal.reverses().toString());
        if (journal.origin() != null) {
            tag(text, "  ", "source", journal.origin().source());
            tag(text, "  ", "reference", journal.origin().reference());
        }
        journal.entries().forEach(entry -> posting(text, entry));
        return text.append('\n').toString();
    }

    private void open(StringBuilder text, Entry entry, FinancialYear year) {
        String account = account(entry);
        if (opened.add(account)) {
            text.append(year.from()).append(" open ").append(account).append(" GBP\n");
        }
    }

    private static void posting(StringBuilder text, Entry entry) {
        text.append("  ")
                .append(account(entry))
                .append("  ")
                .append(entry.amount())
                .append(" GBP\n");
        Coding coding = entry.coding();
        tag(text, "    ", "cost-centre", coding.costCentre());
        tag(text, "    ", "subjective", coding.subjective());
        tag(text, "    ", "project", coding.project());
    }

    /** The name of an entry's account in the file. */
    public static String account(Entry entry) {
        StringBuilder name = new StringBuilder(root(entry.account()));
        if (entry.budgetLine() != null) {
            name.append(':').append(entry.budgetLine());
        }
        if (entry.account().mayNamePartner()) {
            name.append(':').append(entry.partner() == null ? "Shared" : entry.partner());
        }
        return name.toString();
    }

    private static String root(Account account) {
        return switch (account) {
            case EXPENDITURE -> "Expenses:Expenditure";
            case INCOME -> "Income:Income";
            case CONTRIBUTIONS -> "Income:Contributions";
            case CREDITORS -> "Liabilities:Creditors";
            case ACCRUALS -> "Liabilities:Accruals";
            case DEBTORS -> "Assets:Debtors";
            case CASH -> "Assets:Cash";
            case VAT -> "Assets:Vat";
            case SUSPENSE -> "Assets:Suspense";
            case RESERVES -> "Equity:Reserves";
        };
    }

    private static void tag(StringBuilder text, String indent, String name, String value) {
        if (value != null) {
            text.append(indent).append(name).append(": ").append(quoted(value)).append('\n');
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replaceAll("\\s+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
