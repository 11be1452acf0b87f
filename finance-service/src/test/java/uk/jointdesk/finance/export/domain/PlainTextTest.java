package uk.jointdesk.finance.export.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Origin;
import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

class PlainTextTest {
    private static final FinancialYear YEAR = new FinancialYear(2020);

    private static Posted posted() {
        Journal journal = new Journal(
                new UUID(0, 1),
                LocalDate.of(2021, 3, 31),
                new Period(YEAR, 13),
                "Licences; \"two\" | half\nyears",
                new UUID(0, 2),
                new Origin("capita", "L 1"),
                List.of(
                        new Entry(
                                Account.EXPENDITURE,
                                "BASE",
                                "LBB",
                                Money.parse("1234.50"),
                                new Coding("CC1", "4410", "P1")),
                        new Entry(Account.EXPENDITURE, "BASE", null, Money.parse("0.05")),
                        new Entry(Account.VAT, null, null, Money.parse("10.00")),
                        new Entry(Account.CREDITORS, null, null, Money.parse("-1244.55"))));
        return new Posted(journal, 42, Instant.EPOCH, "finance");
    }

    @Test
    void hledger_and_ledger_read_comments_as_tags_and_leaves_as_accounts() {
        assertThat(new HledgerText().journal(posted())).isEqualTo("""
                        2021-03-31 * (42) Licences "two" half years
                            ; id: 00000000-0000-0000-0000-000000000001
                            ; period: P13
                            ; reverses: 00000000-0000-0000-0000-000000000002
                            ; source: capita
                            ; reference: L 1
                            expenditure:BASE:LBB  1234.50 GBP
                            ; cost-centre: CC1
                            ; subjective: 4410
                            ; project: P1
                            expenditure:BASE:shared  0.05 GBP
                            vat  10.00 GBP
                            creditors:shared  -1244.55 GBP

                        """);
    }

    @Test
    void beancount_has_its_own_roots_and_opens_each_account_once() {
        BeancountText text = new BeancountText();
        assertThat(text.journal(posted())).isEqualTo("""
                        2020-04-01 open Expenses:Expenditure:BASE:LBB GBP
                        2020-04-01 open Expenses:Expenditure:BASE:Shared GBP
                        2020-04-01 open Assets:Vat GBP
                        2020-04-01 open Liabilities:Creditors:Shared GBP
                        2021-03-31 * "Licences; \\"two\\" | half years"
                          entered: "42"
                          id: "00000000-0000-0000-0000-000000000001"
                          period: "P13"
                          reverses: "00000000-0000-0000-0000-000000000002"
                          source: "capita"
                          reference: "L 1"
                          Expenses:Expenditure:BASE:LBB  1234.50 GBP
                            cost-centre: "CC1"
                            subjective: "4410"
                            project: "P1"
                          Expenses:Expenditure:BASE:Shared  0.05 GBP
                          Assets:Vat  10.00 GBP
                          Liabilities:Creditors:Shared  -1244.55 GBP

                        """);
        assertThat(text.journal(posted())).doesNotContain(" open ");
    }

    @Test
    void a_file_says_whose_and_which_year_it_is() {
        assertThat(new HledgerText().header(YEAR))
                .startsWith(";")
                .contains("2020-21")
                .endsWith("\n\n");
        assertThat(new BeancountText().header(YEAR))
                .contains("option \"operating_currency\" \"GBP\"")
                .contains("2020-21");
    }

    @Test
    void every_account_has_a_name_of_its_own_in_both_files() {
        List<Entry> entries = java.util.Arrays.stream(Account.values())
                .flatMap(account -> java.util.stream.Stream.of(null, "LBB")
                        .filter(partner -> partner == null || account.mayNamePartner())
                        .map(partner -> new Entry(account, account.isCost() ? "BASE" : null, partner, Money.ZERO)))
                .toList();
        assertThat(entries.stream().map(HledgerText::account)).doesNotHaveDuplicates();
        assertThat(entries.stream().map(BeancountText::account))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("(Assets|Liabilities|Equity|Income|Expenses)(:[A-Z0-9][A-Za-z0-9-]*)+"));
    }
}
