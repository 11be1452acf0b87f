package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CommitmentsTest extends ServiceTest {
    private static final String YEAR = "2045-46";
    private static final AtomicInteger LINES = new AtomicInteger();
    private String line;
    private String reference;

    @BeforeEach
    void a_line_of_its_own() {
        if (board().get("/api/v1/budgets/" + YEAR).statusCode() == 404) {
            budgetOf(YEAR);
            budgetOf("2046-47");
        }
        line = "LINE" + LINES.incrementAndGet();
        reference = "PO-" + line;
        line(YEAR, line, "BASE", "1200.00", "STS-BASE").statusCode(201);
    }

    @Test
    void an_order_binds_budget_until_it_is_invoiced() {
        raise("100.00").statusCode(201).body("state", is("OPEN"));
        raise("100.00").statusCode(409).body("code", is("commitment-exists"));
        committed(1).body("commitments.amount", is("100.00")).body("uncommitted.amount", is("1100.00"));
        happen("INVOICED", "2045-05-03", "30.00").statusCode(201).body("state", is("PART_INVOICED"));
        happen("RECEIVED", "2045-05-04", "50.00").statusCode(201).body("receivedNotInvoiced.amount", is("20.00"));
        happen("CHANGED", "2045-06-01", "80.00").statusCode(201);
        committed(1).body("commitments.amount", is("100.00"));
        committed(2).body("commitments.amount", is("70.00"));
        committed(3).body("commitments.amount", is("50.00"));
        post("commitments/" + reference + "/events", "{\"kind\":\"CANCELLED\",\"on\":\"2045-07-01\"}")
                .statusCode(201)
                .body("state", is("CANCELLED"));
        committed(4).body("commitments.amount", is("0.00"));
        board().get("/api/v1/commitments/" + reference + "?asAt=2045-05-31")
                .then()
                .body("open.amount", is("70.00"));
        board().get("/api/v1/commitments?limit=500&budgetLine=" + line)
                .then()
                .body("items.reference", contains(reference));
    }

    @Test
    void an_invoice_that_an_extract_brings_finds_its_order_by_the_reference() {
        raise("100.00").statusCode(201);
        Extracts.profile(
                "ORD-" + line,
                "orders-" + line.toLowerCase(java.util.Locale.ROOT),
                "\"date\":[\"D\"],\"net\":[\"N\"],\"orderReference\":[\"PO\"]",
                Extracts.codes("{\"budgetLine\":\"" + line + "\"}"));
        JsonPath job =
                Extracts.taken("profile=ORD-" + line, "D,N,PO", "10/05/2045,25.00," + reference, "11/05/2045,1.00,");
        assertThat(job.getInt("accepted")).isEqualTo(2);
        committed(2).body("commitments.amount", is("75.00")).body("actual.amount", is("26.00"));
        board().get("/api/v1/commitments/" + reference + "?asAt=2045-12-31")
                .then()
                .body("invoiced.amount", is("25.00"))
                .body("events.kind", contains("RAISED", "INVOICED"));
    }

    @Test
    void a_journal_is_the_invoice_of_one_order_at_most() {
        raise("100.00").statusCode(201);
        String journal = post(
                        "postings",
                        ("{\"date\":\"2045-05-10\",\"description\":\"d\",\"lines\":[{\"account\":\"EXPENDITURE\","
                                        + "\"budgetLine\":\"%s\",\"debit\":%s},{\"account\":\"CREDITORS\",\"credit\":%s}]}")
                                .formatted(line, money("10.00"), money("10.00")))
                .extract()
                .path("id");
        invoice(journal).statusCode(201).body("events.journal", hasItem(journal));
        invoice(journal).statusCode(409).body("code", is("invoice-matched"));
        invoice(UUID.randomUUID().toString()).statusCode(422).body("code", is("journal-unknown"));
    }

    @Test
    void an_accrual_counts_in_its_period_and_not_in_the_next_and_is_no_commitment_meanwhile() {
        raise("100.00").statusCode(201);
        accrue(2, "40.00", ",\"order\":\"" + reference + "\"").statusCode(201).body("reversedInPeriod", is(3));
        committed(2)
                .body("actual.amount", is("40.00"))
                .body("accrued.amount", is("40.00"))
                .body("commitments.amount", is("60.00"));
        committed(3)
                .body("actual.amount", is("0.00"))
                .body("accrued.amount", is("0.00"))
                .body("commitments.amount", is("100.00"));
        board().get("/api/v1/accruals?period=2&financialYear=" + YEAR).then().body("items.budgetLine", hasItem(line));
    }

    @Test
    void a_prepayment_takes_the_cost_out_of_march_and_into_april_of_the_next_year() {
        accrue(12, "40.00", "").statusCode(422).body("code", is("line-unknown"));
        line("2046-47", line, "BASE", "1.00", "STS-BASE").statusCode(201);
        String body = accrual(12, "40.00", "").replace("ACCRUAL", "PREPAYMENT");
        String id = post("accruals", body).statusCode(201).extract().path("id");
        committed(12).body("actual.amount", is("-40.00"));
        board().get("/api/v1/budget-monitoring?period=1&financialYear=2046-47")
                .then()
                .body("items.find { it.line == '" + line + "' }.actual.amount", is("40.00"));
        board().get("/api/v1/accruals/" + id).then().body("reversedInYear", is("2046-47"));
        board().get("/api/v1/accruals/" + UUID.randomUUID()).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "INVOICED, 2045-05-01, 100.01, invoiced-exceeds-order, /amount",
        "RECEIVED, 2045-05-01, 100.01, received-exceeds-order, /amount",
        "INVOICED, 2045-03-31, 1.00, event-before-order, /on",
        "RAISED, 2045-05-01, 1.00, event-kind-unfit, /kind",
        "CANCELLED, 2045-05-01, 1.00, amount-misplaced, /amount",
        "CHANGED, 2045-05-01, -1.00, amount-not-positive, /amount/amount"
    })
    void an_event_that_cannot_be_is_pointed_at(String kind, String on, String amount, String code, String pointer) {
        raise("100.00").statusCode(201);
        happen(kind, on, amount).statusCode(422).body("code", is(code)).body("errors.pointer", contains(pointer));
    }

    @Test
    void orders_and_accruals_name_what_there_is() {
        post("commitments/PO-NONE/events", "{\"kind\":\"CANCELLED\",\"on\":\"2045-07-01\"}")
                .statusCode(404);
        raise("0.00").statusCode(422).body("code", is("amount-not-positive"));
        accrue(2, "1.00", ",\"order\":\"PO-NONE\"").statusCode(422).body("errors.pointer", contains("/order"));
        accrue(13, "1.00", "").statusCode(422).body("errors.pointer", contains("/period"));
        accrue(2, "0.00", "").statusCode(422).body("code", is("amount-not-positive"));
    }

    private ValidatableResponse raise(String amount) {
        return post(
                "commitments",
                ("{\"reference\":\"%s\",\"financialYear\":\"%s\",\"budgetLine\":\"%s\",\"title\":\"Laptops\","
                                + "\"raisedOn\":\"2045-04-05\",\"amount\":%s}")
                        .formatted(reference, YEAR, line, money(amount)));
    }

    private ValidatableResponse happen(String kind, String on, String amount) {
        String body = "{\"kind\":\"%s\",\"on\":\"%s\",\"amount\":%s}".formatted(kind, on, money(amount));
        return post("commitments/" + reference + "/events", body);
    }

    private ValidatableResponse invoice(String journal) {
        String body = "{\"kind\":\"INVOICED\",\"on\":\"2045-05-10\",\"journal\":\"%s\",\"amount\":%s}"
                .formatted(journal, money("10.00"));
        return post("commitments/" + reference + "/events", body);
    }

    private ValidatableResponse accrue(int period, String amount, String more) {
        return post("accruals", accrual(period, amount, more));
    }

    private String accrual(int period, String amount, String more) {
        return ("{\"kind\":\"ACCRUAL\",\"financialYear\":\"%s\",\"period\":%d,\"budgetLine\":\"%s\",\"amount\":%s,"
                        + "\"description\":\"Goods received\"%s}")
                .formatted(YEAR, period, line, money(amount), more);
    }

    private ValidatableResponse committed(int period) {
        return board().get("/api/v1/budget-monitoring?financialYear=" + YEAR + "&period=" + period)
                .then()
                .statusCode(200)
                .rootPath("items.find { it.line == '" + line + "' }");
    }
}
