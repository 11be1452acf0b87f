package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class SuspenseTest extends ServiceTest {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String YEAR = "2043-44";
    private static final String COLUMNS =
            "\"date\":[\"Date\"],\"net\":[\"Net\"],\"supplier\":[\"Supplier\"],\"costCentre\":[\"CC\"],\"expense\":[\"Type\"]";
    private String source;
    private String query;

    @BeforeEach
    void a_source_of_its_own_and_the_year_open() {
        String name = "S" + NAMES.incrementAndGet();
        source = name.toLowerCase(Locale.ROOT) + "-waiting";
        query = "profile=" + name;
        if (board().get("/api/v1/budgets/" + YEAR).statusCode() == 404) {
            budgetOf(YEAR);
            line(YEAR, "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
            line(YEAR, "OWN", "NON_SHARED", "0.00", null).statusCode(201);
        }
        Extracts.profile(name, source, COLUMNS, Extracts.codes());
    }

    @Test
    void a_payment_with_a_code_nobody_knows_waits_with_its_code_and_is_cleared_once() {
        JsonPath job = extract("01/05/2043,75.00,Cables,IT9,HW");
        assertThat(job.getInt("suspense")).isEqualTo(1);
        assertThat(job.getString("sums.suspense.amount")).isEqualTo("75.00");
        String id = waiting()
                .body("items", hasSize(1))
                .body("items[0].costCentre", is("IT9"))
                .body("items[0].expense", is("HW"))
                .body("items[0].amount.amount", is("75.00"))
                .body("items[0].clearedBy", nullValue())
                .extract()
                .path("items[0].id");
        int before = actual();
        clear(id, "\"budgetLine\":\"BASE\"").statusCode(201).body("clearedBy.size()", is(36));
        assertThat(actual() - before).isEqualTo(7500);
        clear(id, "\"budgetLine\":\"BASE\"").statusCode(409).body("code", is("already-cleared"));
        waiting().body("items", empty());
        board().get("/api/v1/suspense?status=ALL&source=" + source).then().body("items", hasSize(1));
        extract("01/05/2043,75.00,Cables,IT9,HW");
        waiting().body("items", empty());
    }

    @Test
    void a_clearing_that_was_wrong_is_reversed_and_the_payment_waits_again() {
        extract("01/05/2043,10.00,Rail,XX,FARES");
        String id = waiting().extract().path("items[0].id");
        String clearing = clear(id, "\"budgetLine\":\"BASE\"").extract().path("clearedBy");
        post("postings", "{\"date\":\"2043-05-02\",\"description\":\"wrong\",\"reverses\":\"" + clearing + "\"}")
                .statusCode(201);
        String again = waiting()
                .body("items", hasSize(1))
                .body("items[0].costCentre", is("XX"))
                .extract()
                .path("items[0].id");
        assertThat(again).isNotEqualTo(id);
        clear(again, "\"budgetLine\":\"OWN\",\"partner\":\"LBL\"").statusCode(201);
        waiting().body("items", empty());
    }

    @Test
    void all_payments_of_one_code_are_cleared_together() {
        extract("01/05/2043,10.00,Rail,A1,FARES", "02/06/2043,-2.50,Rail,A1,FARES", "03/06/2043,7.00,Rail,A2,FARES");
        String body =
                "{\"source\":\"%s\",\"costCentre\":\"A1\",\"clearing\":{\"budgetLine\":\"BASE\",\"date\":\"2043-07-01\"}}"
                        .formatted(source);
        post("suspense/clearings", body)
                .statusCode(200)
                .body("items", is(2))
                .body("amount.amount", is("7.50"))
                .body("left", is(false));
        waiting().body("items.costCentre", contains("A2"));
        post("suspense/clearings", body.replace("\"costCentre\":\"A1\",", ""))
                .statusCode(422)
                .body("code", is("code-missing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"budgetLine\":\"NONE\" | line-unknown | /budgetLine",
                "\"budgetLine\":\"OWN\" | line-needs-partner | /partner",
                "\"budgetLine\":\"OWN\",\"partner\":\"XX\" | partner-unknown | /partner",
                "\"budgetLine\":\"BASE\",\"account\":\"CASH\" | account-not-a-cost | /account",
                "\"budgetLine\":\"BASE\",\"date\":\"2099-01-01\" | financial-year-unknown | /date"
            })
    void a_clearing_that_breaks_a_rule_is_pointed_at(String body, String code, String pointer) {
        extract("01/05/2043,75.00,Cables,IT9,HW");
        String id = waiting().extract().path("items[0].id");
        clear(id, body).statusCode(422).body("code", is(code)).body("errors.pointer", contains(pointer));
    }

    @Test
    void what_is_not_in_suspense_is_not_there() {
        clear(UUID.randomUUID().toString(), "\"budgetLine\":\"BASE\"").statusCode(404);
        as(Tokens.board())
                .body("{}")
                .post("/api/v1/suspense/" + UUID.randomUUID() + "/clearing")
                .then()
                .statusCode(403);
    }

    private JsonPath extract(String... lines) {
        return Extracts.taken(query, "Date,Net,Supplier,CC,Type\n" + String.join("\n", lines));
    }

    private ValidatableResponse waiting() {
        return board().get("/api/v1/suspense?source=" + source).then().statusCode(200);
    }

    private static ValidatableResponse clear(String id, String body) {
        return post("suspense/" + id + "/clearing", "{" + body + "}");
    }

    private static int actual() {
        String amount = board().get("/api/v1/budget-monitoring?financialYear=" + YEAR)
                .path("items.find { it.line == 'BASE' }.actual.amount");
        return Integer.parseInt(amount.replace(".", ""));
    }
}
