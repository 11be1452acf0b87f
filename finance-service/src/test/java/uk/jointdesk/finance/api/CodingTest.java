package uk.jointdesk.finance.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.testkit.Tokens;

/** Cost centres, subjective codes and projects: their register, and lines that name them. */
@QuarkusTest
class CodingTest extends ServiceTest {
    private static final String YEAR = "2055-56";
    private static boolean ready;

    @BeforeEach
    void two_journals_with_codes_are_posted() {
        if (ready) {
            return;
        }
        budgetOf(YEAR);
        line(YEAR, "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
        line(YEAR, "OWN", "NON_SHARED", "0.00", null).statusCode(201);
        code("COST_CENTRE", "LED-CC1", "").statusCode(201);
        code("SUBJECTIVE", "4410", "").statusCode(201);
        code("PROJECT", "LED-P1", ",\"activeFrom\":\"2055-05-01\",\"activeTo\":\"2055-06-30\"")
                .statusCode(201);
        journal(
                        "2055-05-10",
                        "\"costCentre\":\"LED-CC1\",\"subjective\":\"4410\",\"project\":\"LED-P1\",",
                        "BASE",
                        "1.00")
                .statusCode(201)
                .body("lines[0].costCentre", is("LED-CC1"))
                .body("lines[0].subjective", is("4410"))
                .body("lines[0].project", is("LED-P1"))
                .body("lines[1].project", nullValue())
                .body("recordedBy", is("finance"));
        journal("2055-06-10", "\"partner\":\"LBS\",\"subjective\":\"4410\",", "OWN", "2.00")
                .statusCode(201);
        ready = true;
    }

    @ParameterizedTest
    @CsvSource({
        "costCentre=LED-CC1, 1.00",
        "project=LED-P1, 1.00",
        "partner=LBS, 2.00",
        "kind=NON_SHARED, 2.00",
        "kind=BASE, 1.00",
        "period=2, 1.00",
        "period=3, 2.00",
        "budgetLine=OWN, 2.00",
        "subjective=4410&account=EXPENDITURE&partner=LBS, 2.00"
    })
    void journals_are_found_by_what_one_of_their_lines_says(String query, String amount) {
        journals(query).body("items", hasSize(1)).body("items[0].lines[0].debit.amount", is(amount));
    }

    @Test
    void a_filter_holds_for_one_line_and_not_for_two_of_a_journal() {
        journals("subjective=4410").body("items", hasSize(2));
        journals("subjective=4410&account=CREDITORS").body("items", hasSize(0));
        journals("account=NOTHING").statusCode(400).body("errors.pointer", contains("query:account"));
        journals("period=14").statusCode(400).body("code", is("period-out-of-range"));
    }

    private static ValidatableResponse journals(String query) {
        return board().get("/api/v1/postings?financialYear=" + YEAR + "&" + query)
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "2055-05-10, '\"costCentre\":\"NOWHERE\",', /lines/0/costCentre",
        "2055-05-10, '\"subjective\":\"LED-CC1\",', /lines/0/subjective",
        "2055-04-30, '\"project\":\"LED-P1\",', /lines/0/project",
        "2055-07-01, '\"project\":\"LED-P1\",', /lines/0/project"
    })
    void a_code_is_known_in_its_dimension_and_active_on_the_day(String date, String coding, String pointer) {
        journal(date, coding, "BASE", "1.00")
                .statusCode(422)
                .body("code", is("code-unknown"))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void a_code_changes_only_from_the_version_that_was_read() {
        code("PROJECT", "LED-P2", "").statusCode(201).header("ETag", "\"1\"");
        code("PROJECT", "LED-P2", "").statusCode(409).body("code", is("code-exists"));
        String path = "/api/v1/ledger-codes/PROJECT/LED-P2";
        finance().body("{\"title\":\"U\"}").patch(path).then().statusCode(428);
        finance()
                .header("If-Match", "\"1\"")
                .body("{\"activeTo\":\"2056-03-31\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("activeTo", is("2056-03-31"))
                .body("title", is("T"));
        finance()
                .header("If-Match", "\"1\"")
                .body("{\"title\":\"U\"}")
                .patch(path)
                .then()
                .statusCode(412);
        finance()
                .header("If-Match", "\"2\"")
                .body("{\"activeFrom\":\"2057-03-31\"}")
                .patch(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/activeTo"));
        finance().body("{}").patch("/api/v1/ledger-codes/NONE/LED-P2").then().statusCode(404);
    }

    @Test
    void the_register_is_paged_by_dimension_and_code() {
        String first = "/api/v1/ledger-codes?dimension=SUBJECTIVE&limit=1";
        code("SUBJECTIVE", "0001", "").statusCode(201);
        String next = board().get(first)
                .then()
                .body("items.code", contains("0001"))
                .extract()
                .path("next");
        board().get(first.replace("limit=1", "limit=500") + "&cursor=" + next)
                .then()
                .body("items.code", hasItem("4410"))
                .body("next", nullValue());
        board().get("/api/v1/ledger-codes?cursor=x").then().statusCode(400);
        board().get("/api/v1/ledger-codes?dimension=x").then().statusCode(400);
    }

    @Test
    void the_register_is_for_those_who_see_the_whole_service() {
        as(Tokens.borough("LBL")).get("/api/v1/ledger-codes").then().statusCode(403);
        as(Tokens.board()).body("{}").post("/api/v1/ledger-codes").then().statusCode(403);
        as(Tokens.of("narrow", List.of("finance-officer"), List.of("LBL")))
                .get("/api/v1/ledger-codes/PROJECT/LED-P1")
                .then()
                .statusCode(403)
                .body("code", is("scope-too-narrow"));
    }

    private static ValidatableResponse code(String dimension, String code, String more) {
        return post(
                "ledger-codes",
                "{\"dimension\":\"%s\",\"code\":\"%s\",\"title\":\"T\",\"source\":\"test\"%s}"
                        .formatted(dimension, code, more));
    }

    private static ValidatableResponse journal(String date, String coding, String line, String amount) {
        return post(
                "postings",
                ("{\"date\":\"%s\",\"description\":\"d\",\"lines\":["
                                + "{\"account\":\"EXPENDITURE\",\"budgetLine\":\"%s\",%s\"debit\":%s},"
                                + "{\"account\":\"CREDITORS\",\"credit\":%s}]}")
                        .formatted(date, line, coding, money(amount), money(amount)));
    }
}
