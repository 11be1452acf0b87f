package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.testkit.Tokens;

/** Periods close in order and for every path; what was wrong in one is put right in a later one. */
@QuarkusTest
class PeriodCloseTest extends ServiceTest {

    @Inject
    ScopedDb db;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void a_close_answers_what_it_froze_and_the_period_takes_nothing_more() {
        opened("2031-32");
        journal("2031-04-10", "100.00").statusCode(201);
        journal("2031-04-11", "0.01").statusCode(201);
        close("2031-32", 2).statusCode(409).body("code", is("earlier-period-open"));
        close("2031-32", 1)
                .statusCode(200)
                .body("status", is("CLOSED"))
                .body("closedBy", is("finance"))
                .body("frozen.journals", is(2))
                .body("frozen.debits.amount", is("100.01"))
                .body("frozen.credits.amount", is("100.01"))
                .body("frozen.accounts.account", contains("CREDITORS", "EXPENDITURE"))
                .body("frozen.chain.digest", matchesPattern("[0-9a-f]{64}"));
        close("2031-32", 1).statusCode(409).body("code", is("period-closed"));
        journal("2031-04-12", "1.00").statusCode(409).body("code", is("period-closed"));
        journal("2031-05-12", "1.00").statusCode(201);
        board().get("/api/v1/periods?financialYear=2031-32")
                .then()
                .body("items", hasSize(13))
                .body("items[0].frozen.debits.amount", is("100.01"))
                .body(
                        "items.status",
                        contains(
                                "CLOSED", "OPEN", "OPEN", "OPEN", "OPEN", "OPEN", "OPEN", "OPEN", "OPEN", "OPEN",
                                "OPEN", "OPEN", "OPEN"))
                .body("items[1].frozen", nullValue());
    }

    @Test
    void the_services_own_sql_cannot_write_to_a_closed_period_nor_open_it_again() {
        opened("2032-33");
        close("2032-33", 1).statusCode(200);
        assertThatThrownBy(() -> direct(h -> insert(h, "2032-04-02", "2032-33", 1)))
                .hasStackTraceContaining("P1 of 2032-33 is closed");
        assertThatThrownBy(() -> direct(h -> h.execute("update accounting_period set closed = false")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> direct(h -> h.execute("delete from period_close")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> direct(h -> insert(h, "2032-04-02", "2032-33", 2)))
                .hasStackTraceContaining("journal_dated_in_period");
        assertThatThrownBy(() -> direct(h -> insert(h, "2032-05-02", "2031-32", 2)))
                .hasStackTraceContaining("journal_dated_in_period");
        assertThatThrownBy(
                        () -> direct(
                                h -> h.execute(
                                        "insert into period_close (financial_year, period, closed_by,"
                                                + " journals, chain_position, chain_digest) values ('2032-33', 5, 'x', 0, 0, repeat('0', 64))")))
                .hasStackTraceContaining("a period before P5 of 2032-33 is open");
    }

    @Test
    void a_transaction_that_reads_an_old_snapshot_does_not_slip_past_the_close() {
        opened("2033-34");
        Jdbi app = Jdbi.create(url, "finance_app", "finance_app");
        assertThatThrownBy(() -> app.useTransaction(TransactionIsolationLevel.REPEATABLE_READ, h -> {
                    h.createQuery("select count(*) from accounting_period")
                            .mapTo(Long.class)
                            .one();
                    Thread closing = new Thread(() -> close("2033-34", 1).statusCode(200));
                    closing.start();
                    closing.join();
                    insert(h, "2033-04-02", "2033-34", 1);
                }))
                .hasStackTraceContaining("concurrent update");
    }

    private void direct(java.util.function.Consumer<Handle> work) {
        db.as(PartnerScope.ALL).run(work);
    }

    private static void insert(Handle h, String date, String year, int period) {
        UUID id = UUID.randomUUID();
        h.execute(
                "insert into journal (id, posted_on, financial_year, period, description, line_count, recorded_by)"
                        + " values (?, ?::date, ?, ?, 'direct', 2, 'test')",
                id,
                date,
                year,
                period);
    }

    @Test
    void a_mistake_is_reversed_and_replaced_in_one_go() {
        opened("2036-37");
        String id = journal("2036-04-10", "90.00").extract().path("id");
        correction("2036-05-02", id, "09.00")
                .statusCode(422)
                .body("errors.pointer", contains("/replacement/0/debit/amount"));
        String replacement = correction("2036-05-02", id, "9.00")
                .statusCode(201)
                .body("reverses", is(id))
                .body("lines[0].credit.amount", is("90.00"))
                .body("replacement.lines[0].debit.amount", is("9.00"))
                .body("replacement.origin.source", is("correction"))
                .body("replacement.origin.reference", is(id))
                .extract()
                .path("replacement.id");
        board().get("/api/v1/postings/" + replacement).then().statusCode(200).body("reverses", nullValue());
        balance("2036-37", 2).body("items.find { it.budgetLine == 'BASE' }.balance.amount", is("9.00"));
        correction("2036-05-02", id, "8.00").statusCode(409).body("code", is("already-reversed"));
        post("postings", "{\"date\":\"2036-05-02\",\"description\":\"d\",\"lines\":[],\"replacement\":[]}")
                .statusCode(422)
                .body("code", is("replacement-without-reversal"));
    }

    @Test
    void a_mistake_of_a_closed_period_is_put_right_in_an_open_one_and_of_a_closed_year_in_the_next() {
        opened("2037-38");
        opened("2038-39");
        String april = journal("2037-04-10", "90.00").extract().path("id");
        String may = journal("2037-05-10", "50.00").extract().path("id");
        close("2037-38", 1).statusCode(200);
        correction("2037-04-30", april, "9.00").statusCode(409).body("code", is("period-closed"));
        correction("2037-05-30", april, "9.00").statusCode(201).body("period", is(2));
        correction("2038-04-30", may, "5.00").statusCode(422).body("code", is("reversal-other-year"));
        for (int period = 2; period <= 13; period++) {
            close("2037-38", period).statusCode(200);
        }
        correction("2038-04-30", may, "5.00").statusCode(201).body("financialYear", is("2038-39"));
        carry("2037-38")
                .statusCode(201)
                .body("origin.source", is("year-end"))
                .body("origin.reference", is("2037-38"))
                .body("date", is("2038-04-01"))
                .body("lines.account", contains("CREDITORS", "RESERVES"))
                .body("lines[0].credit.amount", is("59.00"))
                .body("lines[1].debit.amount", is("59.00"));
        carry("2037-38").statusCode(200).body("lines[1].debit.amount", is("59.00"));
        balance("2038-39", 1)
                .body("accounts.find { it.account == 'RESERVES' }.balance.amount", is("59.00"))
                .body("accounts.find { it.account == 'EXPENDITURE' }.balance.amount", is("-45.00"))
                .body("accounts.find { it.account == 'CREDITORS' }.balance.amount", is("-14.00"));
        board().get("/api/v1/financial-years/2037-38/year-end").then().statusCode(200);
        board().get("/api/v1/financial-years/2038-39/year-end").then().statusCode(404);
        carry("2038-39").statusCode(409).body("code", is("year-open"));
        board().get("/api/v1/ledger/proof")
                .then()
                .body("intact", is(true))
                .body("changedPeriods", hasSize(0))
                .body("head.position", notNullValue());
        board().get("/api/v1/periods?financialYear=2037-38").then().body("items.status", everyItem(is("CLOSED")));
    }

    @Test
    void periods_are_closed_by_finance_officers_for_the_whole_service() {
        as(Tokens.board()).post("/api/v1/periods/2020-21/1/close").then().statusCode(403);
        String narrow = Tokens.of("narrow", List.of("finance-officer"), List.of("LBB"));
        for (String path : List.of(
                "periods?financialYear=2020-21",
                "trial-balance?financialYear=2020-21",
                "ledger/proof",
                "financial-years/2020-21/year-end")) {
            as(Tokens.borough("LBB")).get("/api/v1/" + path).then().statusCode(403);
            as(narrow).get("/api/v1/" + path).then().statusCode(403).body("code", is("scope-too-narrow"));
        }
        as(narrow).post("/api/v1/periods/2020-21/1/close").then().statusCode(403);
        as(narrow).post("/api/v1/financial-years/2020-21/year-end").then().statusCode(403);
        close("2020-21", 14).statusCode(404);
        close("2091-92", 1).statusCode(404);
        board().get("/api/v1/periods?financialYear=2091-92").then().statusCode(404);
        board().get("/api/v1/periods").then().statusCode(400);
    }

    private static void opened(String year) {
        budgetOf(year);
        line(year, "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
    }

    private static ValidatableResponse close(String year, int period) {
        return finance()
                .post("/api/v1/periods/" + year + "/" + period + "/close")
                .then();
    }

    private static ValidatableResponse carry(String year) {
        return finance().post("/api/v1/financial-years/" + year + "/year-end").then();
    }

    private static ValidatableResponse balance(String year, int period) {
        return board().get("/api/v1/trial-balance?financialYear=" + year + "&period=" + period)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse correction(String date, String journal, String amount) {
        return post(
                "postings",
                "{\"date\":\"%s\",\"description\":\"wrong amount\",\"reverses\":\"%s\",\"replacement\":%s}"
                        .formatted(date, journal, lines(amount)));
    }

    private static ValidatableResponse journal(String date, String amount) {
        return post("postings", "{\"date\":\"%s\",\"description\":\"d\",\"lines\":%s}".formatted(date, lines(amount)));
    }

    private static String lines(String amount) {
        return "[{\"account\":\"EXPENDITURE\",\"budgetLine\":\"BASE\",\"debit\":%s},{\"account\":\"CREDITORS\",\"credit\":%s}]"
                .formatted(money(amount), money(amount));
    }
}
