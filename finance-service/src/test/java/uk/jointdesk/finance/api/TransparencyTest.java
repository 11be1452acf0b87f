package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Origin;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

@QuarkusTest
class TransparencyTest extends ServiceTest {
    private static final String YEAR = "2072-73";
    private static int next = 1;

    @Inject
    ScopedDb db;

    @BeforeEach
    void the_year_is_open() {
        if (board().get("/api/v1/budgets/" + YEAR).statusCode() == 404) {
            budgetOf(YEAR);
            line(YEAR, "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
        }
    }

    @Test
    void payments_over_500_pounds_net_of_tax_are_published_and_no_others() {
        pay(5, "over", "Softcat plc: Licences", expenditure("500.01"), vat("100.00"));
        pay(5, "exact", "Insight: Licences", expenditure("500.00"), vat("100.00"));
        pay(5, "split", "Dell: Laptops", expenditure("300.00"), expenditure("300.00"));
        pay(5, "credit", "Dell: Returned", expenditure("-600.00"));
        pay(5, "unknown", "Acme: Something", new Entry(Account.SUSPENSE, null, null, Money.parse("700.00")));
        post(null, 5, "Estimate: not an invoice yet", Account.ACCRUALS, expenditure("900.00"));
        assertThat(published("2072-05"))
                .filteredOn(row -> row.get(5).endsWith("/05/2072"))
                .extracting(row -> row.get(4) + " " + row.get(7))
                .containsExactly("Softcat plc 500.01", "Dell 300.00", "Dell 300.00", "Dell -600.00", "Acme 700.00");
    }

    @Test
    void a_payment_that_was_undone_was_never_made() {
        UUID wrong = pay(6, "wrong", "Twice Ltd: Licences", expenditure("800.00"));
        post(
                        "postings",
                        "{\"date\":\"2072-06-20\",\"description\":\"paid twice\",\"reverses\":\"%s\"}".formatted(wrong))
                .statusCode(201);
        assertThat(published("2072-06")).noneMatch(row -> row.get(4).equals("Twice Ltd"));
    }

    @Test
    void a_natural_persons_name_is_kept_out_once_it_is_marked() {
        UUID person = pay(7, "person", "Jane Doe: Expenses of Jane Doe", expenditure("600.00"));
        String body = "{\"journal\":\"%s\",\"reason\":\"PERSONAL_DATA\"}".formatted(person);
        post("transparency/redactions", body).statusCode(201).body("reason", is("PERSONAL_DATA"));
        post("transparency/redactions", body).statusCode(409).body("code", is("already-redacted"));
        assertThat(published("2072-07").get(0).get(4)).isEqualTo("REDACTED PERSONAL DATA");
        assertThat(published("2072-07").toString()).doesNotContain("Doe");
        finance()
                .get("/api/v1/transparency/redactions?limit=500")
                .then()
                .body("items.journal", hasItem(person.toString()));
    }

    @Test
    void a_payee_that_the_sender_calls_a_natural_person_is_kept_out_without_anybodys_work() {
        imported(9);
        assertThat(published("2072-09"))
                .extracting(row -> row.get(4) + " " + row.get(9))
                .containsExactly(
                        "REDACTED PERSONAL DATA REDACTED PERSONAL DATA",
                        "REDACTED PERSONAL DATA REDACTED PERSONAL DATA",
                        "Softcat plc Licences");
        assertThat(published("2072-09").toString()).doesNotContain("Roe", "Poe");
        List<String> redacted = finance()
                .get("/api/v1/transparency/redactions?limit=500")
                .jsonPath()
                .getList("items.findAll { it.origin == 'IMPORT' }.journal");
        assertThat(redacted).contains(journalOf("Roe 9").toString());
        assertThat(db.as(PartnerScope.of(List.of("LBB")))
                        .<Integer>read(h -> h.createQuery("select count(*) from imported_line where natural_person")
                                .mapTo(Integer.class)
                                .one()))
                .as("councils see no import")
                .isZero();
    }

    @Test
    void the_last_decision_about_a_payment_goes_before_what_the_import_says_either_way() {
        imported(10);
        String trader = "{\"journal\":\"%s\",\"note\":\"Trades as a firm\"}".formatted(journalOf("Roe 10"));
        post("transparency/disclosures", trader).statusCode(201).body("note", is("Trades as a firm"));
        post("transparency/disclosures", trader).statusCode(409).body("code", is("not-redacted"));
        redact("Softcat plc 10", "COMMERCIAL_CONFIDENCE").statusCode(201);
        assertThat(published("2072-10"))
                .extracting(row -> row.get(4))
                .containsExactly("Richard Roe 10", "REDACTED PERSONAL DATA", "REDACTED COMMERCIAL CONFIDENTIALITY");
        redact("Roe 10", "PERSONAL_DATA").statusCode(201).body("origin", is("DECISION"));
        post(
                        "transparency/disclosures",
                        trader.replace(
                                journalOf("Roe 10").toString(),
                                journalOf("Softcat plc 10").toString()))
                .statusCode(201);
        assertThat(published("2072-10"))
                .extracting(row -> row.get(4))
                .containsExactly("REDACTED PERSONAL DATA", "REDACTED PERSONAL DATA", "Softcat plc 10");
        finance()
                .get("/api/v1/transparency/redactions/" + journalOf("Roe 10") + "/decisions")
                .then()
                .body("items.reason", contains(null, "PERSONAL_DATA"))
                .body("items.recordedBy", contains("finance", "finance"));
        board().body(trader).post("/api/v1/transparency/disclosures").then().statusCode(403);
    }

    private static ValidatableResponse redact(String payee, String reason) {
        return post(
                "transparency/redactions",
                "{\"journal\":\"%s\",\"reason\":\"%s\"}".formatted(journalOf(payee), reason));
    }

    /** Three payments of a month, of which the sender calls two payees natural persons. */
    private static void imported(int month) {
        String name = "PERSONS-" + month;
        Extracts.profile(
                name,
                "persons-" + month,
                "\"date\":[\"Date\"],\"net\":[\"Net\"],\"supplier\":[\"Supplier\"],\"description\":[\"Text\"],"
                        + "\"payeeType\":[\"Supplier type\"]",
                ",\"naturalPersons\":[\"Individual\",\"Sole trader\"]" + Extracts.codes("{\"budgetLine\":\"BASE\"}"));
        Extracts.taken(
                "profile=" + name,
                "Date,Net,Supplier,Text,Supplier type",
                "10/%02d/2072,600.00,Richard Roe %d,Training,INDIVIDUAL".formatted(month, month),
                "11/%02d/2072,700.00,Pat Poe %d,Repairs of Pat Poe,sole trader".formatted(month, month),
                "12/%02d/2072,800.00,Softcat plc%s,Licences,Company".formatted(month, month == 9 ? "" : " " + month));
    }

    private static UUID journalOf(String payee) {
        return UUID.fromString(board().get("/api/v1/postings?financialYear=" + YEAR + "&limit=500")
                .jsonPath()
                .getString("items.find { it.description.contains('" + payee + "') }.id"));
    }

    @Test
    void the_file_is_a_csv_whatever_the_caller_accepts() {
        board().accept("application/json")
                .get("/api/v1/transparency/payments/2072-08.csv")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("OrganisationLabel,OrganisationURI"));
    }

    @Test
    void only_who_sees_every_partner_may_ask_and_only_for_a_month() {
        borough("LBB").get("/api/v1/transparency/payments/2072-05.csv").then().statusCode(403);
        borough("LBB").get("/api/v1/transparency/redactions").then().statusCode(403);
        board().get("/api/v1/transparency/payments/May.csv")
                .then()
                .statusCode(400)
                .body("code", is("month-malformed"));
        post(
                        "transparency/redactions",
                        "{\"journal\":\"%s\",\"reason\":\"PERSONAL_DATA\"}".formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("code", is("journal-unknown"));
        finance().get("/api/v1/transparency/redactions?cursor=x").then().statusCode(400);
    }

    private static List<List<String>> published(String month) {
        String csv = board().get("/api/v1/transparency/payments/" + month + ".csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(csv).stream()
                .skip(1)
                .map(record -> record.getFields())
                .toList();
    }

    private static Entry expenditure(String amount) {
        return new Entry(Account.EXPENDITURE, "BASE", null, Money.parse(amount), new Coding("ICT01", "5301", null));
    }

    private static Entry vat(String amount) {
        return new Entry(Account.VAT, null, null, Money.parse(amount));
    }

    private UUID pay(int month, String reference, String text, Entry... spent) {
        return post(new Origin("TRANSPARENCY-TEST", reference + next++), month, text, Account.CREDITORS, spent);
    }

    /** Posts as an import does, which has no caller. */
    private UUID post(Origin origin, int month, String text, Account owed, Entry... spent) {
        List<Entry> entries = new ArrayList<>(List.of(spent));
        Money sum = Money.sum(entries.stream().map(Entry::amount).toList());
        entries.add(new Entry(owed, null, null, sum.negated()));
        LocalDate day = LocalDate.of(2072, month, 10);
        Journal journal = new Journal(UUID.randomUUID(), day, Period.containing(day), text, null, origin, entries);
        insert(journal);
        return journal.id();
    }

    private void insert(Journal journal) {
        db.as(PartnerScope.ALL).run(h -> {
            h.execute(
                    "insert into journal (id, posted_on, financial_year, period, description, source, source_reference,"
                            + " line_count, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, 'test')",
                    journal.id(),
                    journal.date(),
                    journal.period().year().code(),
                    journal.period().number(),
                    journal.description(),
                    journal.origin() == null ? null : journal.origin().source(),
                    journal.origin() == null ? null : journal.origin().reference(),
                    journal.entries().size());
            for (int i = 0; i < journal.entries().size(); i++) {
                Entry entry = journal.entries().get(i);
                h.execute(
                        "insert into posting (journal, line, account, financial_year, budget_line, amount_pence,"
                                + " cost_centre, subjective) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        journal.id(),
                        i + 1,
                        entry.account().name(),
                        journal.period().year().code(),
                        entry.budgetLine(),
                        entry.amount().pence(),
                        entry.coding().costCentre(),
                        entry.coding().subjective());
            }
        });
    }
}
