package uk.jointdesk.finance.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.intake.domain.AmountFormat;
import uk.jointdesk.finance.intake.domain.CodeRule;
import uk.jointdesk.finance.intake.domain.CodeRules;
import uk.jointdesk.finance.intake.domain.DateFormats;
import uk.jointdesk.finance.intake.domain.Encoding;
import uk.jointdesk.finance.intake.domain.Field;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.finance.intake.domain.ImportRow;
import uk.jointdesk.finance.intake.domain.Layout;
import uk.jointdesk.finance.intake.domain.NaturalPersons;
import uk.jointdesk.finance.intake.domain.RowRefused;
import uk.jointdesk.finance.intake.domain.Target;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.year.domain.FinancialYear;

class RowReaderTest {
    private static final FinancialYear YEAR = new FinancialYear(2012);
    private static final Layout LAYOUT = new Layout(
            Encoding.DETECT, ',', 0, 5, List.of("Total"), List.of(Layout.Repair.DATE_AND_AMOUNT_RUN_TOGETHER));

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_end_in_every_way_a_spreadsheet_has_ended_them(String end) throws Exception {
        List<ImportRow> rows = rows("Date,Net,Who" + end + "01/06/2012,1.00,A" + end + end + "02/06/2012,2.00,B");
        assertThat(rows).extracting(ImportRow::number).containsExactly(1L, 2L);
        assertThat(rows).extracting(row -> row.payment().net().pence()).containsExactly(100L, 200L);
    }

    @Test
    void a_separator_taken_for_a_thousands_comma_is_put_back_where_that_is_certain() throws Exception {
        List<ImportRow> rows = rows(
                "Date,Net,Who\n25/06/2012900,A\n11/06/2012579.6,B\n25/06/2012,8755.20,C\n25/06/2012,A\nA,25/06/2012");
        assertThat(rows)
                .extracting(ImportRow::readable)
                .containsExactly(
                        Money.parse("900.00"), Money.parse("579.60"), Money.parse("8755.20"), Money.ZERO, Money.ZERO);
        assertThat(rows.get(0).payment().date()).isEqualTo(LocalDate.of(2012, 6, 25));
        assertThat(rows.get(3).error().code()).isEqualTo("columns-wrong");
    }

    @Test
    void a_payee_is_a_natural_person_by_the_words_of_the_profile_and_the_line_says_the_same() throws Exception {
        String body = "Date,Net,Who,Type\n01/06/2012,1.00,A,INDIVIDUAL\n01/06/2012,1.00,B,Sole Trader \n"
                + "01/06/2012,1.00,C,Company\n01/06/2012,1.00,D,\n";
        ImportProfile typed = profile(Map.of(Field.PAYEE_TYPE, List.of("Type")));
        List<ImportRow> rows = new RowReader(new StringReader(body), typed, null, sorting()).next(9);
        assertThat(rows).extracting(row -> row.payment().naturalPerson()).containsExactly(true, true, false, false);
        List<ImportRow> untyped = new RowReader(new StringReader(body), profile(Map.of()), null, sorting()).next(9);
        assertThat(untyped)
                .as("a file sent before its profile knew the words is not posted twice")
                .extracting(ImportRow::digest)
                .containsExactlyElementsOf(rows.stream().map(ImportRow::digest).toList());
    }

    @Test
    void a_total_is_kept_to_check_the_rows_and_is_none_itself() throws Exception {
        RowReader reader = reader("Date,Net,Who\n01/06/2012,1.00,Totally Ltd\n Total ,\"1,001.00\",\n");
        assertThat(reader.next(10)).hasSize(1);
        assertThat(reader.stated()).isEqualTo(Money.parse("1001.00"));
    }

    @Test
    void a_quote_nobody_closed_spoils_its_own_row_only() throws Exception {
        List<ImportRow> rows = rows("Date,Net,Who\n01/06/2012,1.00,\"A\n01/06/2012,2.00,\"B \"\"b\"\", c\"");
        assertThat(rows.get(0).error().code()).isEqualTo("quote-unclosed");
        assertThat(rows.get(1).payment().supplier()).isEqualTo("B \"b\", c");
    }

    @Test
    void a_row_is_known_by_what_it_says_however_it_is_written() throws Exception {
        ImportRow one = rows("Date,Net,Who\n01/06/2012,1000.00,A").get(0);
        ImportRow other =
                rows("preamble\n Who ,NET,Date\n\u00a0A,\"£1,000\",01/06/2012").get(0);
        assertThat(other.reference()).isEqualTo(one.reference()).endsWith("-1");
        assertThat(rows("Date,Net,Who\n01/06/2012,1.00,A\n01/06/2012,1.00,A"))
                .extracting(row -> row.reference().substring(row.reference().length() - 2))
                .containsExactly("-1", "-2");
    }

    @Test
    void a_code_nobody_knows_and_a_line_the_year_lacks_wait() throws Exception {
        List<ImportRow> rows = rows(
                "Date,Net,Who,CC\n01/06/2012,1,A,X\n01/06/2012,1,A,LOST\n01/06/2012,1,A,OWN\n01/06/2012,1,A,Y",
                Map.of(Field.COST_CENTRE, List.of("CC")));
        assertThat(rows)
                .extracting(ImportRow::suspenseReason)
                .containsExactly(null, "line-unknown", "line-needs-partner", "code-unknown");
    }

    @Test
    void a_line_without_end_and_bytes_that_are_no_text_are_refused() throws Exception {
        List<ImportRow> rows =
                rows("Date,Net,Who\n" + "x".repeat(70_000) + "\n01/06/2012,1.00,\ufffd\n01/06/2012,1.00,A");
        assertThat(rows.get(0).error().code()).isEqualTo("row-too-long");
        assertThat(rows.get(1).error().code()).isEqualTo("row-not-text");
        assertThat(rows.get(2).error()).isNull();
    }

    @Test
    void without_a_header_nothing_is_read() {
        assertThatThrownBy(() -> reader("a\nb\nc\nd\ne\nDate,Net,Who\n"))
                .isInstanceOf(RowRefused.class)
                .hasMessageContaining("no line names all the columns");
    }

    @Test
    void net_vat_and_gross_must_agree_and_one_may_be_left_out() throws Exception {
        Map<Field, List<String>> taxed = Map.of(Field.VAT, List.of("VAT"), Field.GROSS, List.of("Gross"));
        List<ImportRow> rows = rows(
                "Date,Net,VAT,Gross,Who\n01/06/2012,10,2,12,A\n01/06/2012,10,,12,A\n01/06/2012,,2,12,A\n01/06/2012,10,2,13,A",
                taxed);
        assertThat(rows.subList(0, 3)).allSatisfy(row -> {
            assertThat(row.payment().net()).isEqualTo(Money.parse("10.00"));
            assertThat(row.payment().vat()).isEqualTo(Money.parse("2.00"));
        });
        assertThat(rows.get(3).error().code()).isEqualTo("gross-differs");
    }

    private static List<ImportRow> rows(String body) throws IOException, RowRefused {
        return rows(body, Map.of());
    }

    private static List<ImportRow> rows(String body, Map<Field, List<String>> more) throws IOException, RowRefused {
        return new RowReader(new StringReader(body), profile(more), null, sorting()).next(100);
    }

    private static RowReader reader(String body) throws IOException, RowRefused {
        return new RowReader(new StringReader(body), profile(Map.of()), null, sorting());
    }

    private static ImportProfile profile(Map<Field, List<String>> more) {
        Map<Field, List<String>> columns = new java.util.EnumMap<>(
                Map.of(Field.DATE, List.of("Date"), Field.NET, List.of("Net"), Field.SUPPLIER, List.of("Who")));
        columns.putAll(more);
        List<CodeRule> rules = new ArrayList<>();
        if (more.containsKey(Field.COST_CENTRE)) {
            rules.add(new CodeRule("X", null, to("BASE")));
            rules.add(new CodeRule("LOST", null, to("LOST")));
            rules.add(new CodeRule("OWN", null, to("OWN")));
        } else {
            rules.add(new CodeRule(null, null, to("BASE")));
        }
        return new ImportProfile(
                "P",
                1,
                "p",
                LAYOUT,
                columns,
                DateFormats.of(List.of("dd/MM/yyyy")),
                AmountFormat.ANY,
                Account.CREDITORS,
                new CodeRules(rules),
                more.containsKey(Field.PAYEE_TYPE)
                        ? NaturalPersons.of(List.of("Individual", " sole trader"))
                        : NaturalPersons.NONE);
    }

    private static Target to(String line) {
        return new Target(Account.EXPENDITURE, line, null, Coding.NONE);
    }

    private static Sorting sorting() {
        return new Sorting(Map.of(YEAR, Map.of("BASE", pool("BASE", "S"), "OWN", pool("OWN", null))));
    }

    private static CostPool pool(String code, String scheme) {
        return new CostPool(YEAR, code, code, PoolKind.BASE, Money.ZERO, scheme, "test", true);
    }
}
