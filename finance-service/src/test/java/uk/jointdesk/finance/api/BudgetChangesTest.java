package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.testkit.Tokens;

/** A budget is drafted, approved, and from then on only changed by what the board approves. */
@QuarkusTest
class BudgetChangesTest extends ServiceTest {
    private static final AtomicInteger YEARS = new AtomicInteger(2023);

    @Inject
    ScopedDb db;

    private static String draft() {
        int starts = YEARS.getAndIncrement();
        String year = starts + "-" + (starts + 1) % 100;
        budgetOf(year);
        line(year, "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
        line(year, "STAFF", "BASE", "500.00", "STS-BASE").statusCode(201);
        return year;
    }

    private static String approved() {
        String year = draft();
        approve(year).statusCode(200);
        return year;
    }

    private static ValidatableResponse approve(String year) {
        String etag = board().get("/api/v1/budgets/" + year).getHeader("ETag");
        return board().header("If-Match", etag)
                .body("{\"decision\":\"Joint Committee, item 7\"}")
                .post("/api/v1/budgets/" + year + "/approval")
                .then();
    }

    @Test
    void a_draft_is_edited_and_the_board_approves_what_it_read() {
        String year = draft();
        String etag = board().get("/api/v1/budgets/" + year).getHeader("ETag");
        edit(year, "{\"budget\":" + money("900.00") + "}").statusCode(200);
        board().header("If-Match", etag)
                .body("{\"decision\":\"d\"}")
                .post("/api/v1/budgets/" + year + "/approval")
                .then()
                .statusCode(412);
        board().body("{\"decision\":\"d\"}")
                .post("/api/v1/budgets/" + year + "/approval")
                .then()
                .statusCode(428);
        finance()
                .body("{\"decision\":\"d\"}")
                .post("/api/v1/budgets/" + year + "/approval")
                .then()
                .statusCode(403);
        approve(year)
                .statusCode(200)
                .body("status", is("APPROVED"))
                .body("approvedBy", is("board"))
                .body("total.amount", is("1400.00"));
        approve(year).statusCode(409).body("code", is("budget-approved"));
    }

    @Test
    void an_approved_amount_stays_and_lines_come_without_one() {
        String year = approved();
        edit(year, "{\"budget\":" + money("900.00") + "}").statusCode(409).body("code", is("budget-approved"));
        edit(year, "{\"title\":\"Another title\"}").statusCode(200).body("title", is("Another title"));
        line(year, "NEW", "BASE", "1.00", "STS-BASE").statusCode(409).body("code", is("budget-approved"));
        line(year, "NEW", "BASE", "0.00", "STS-BASE").statusCode(201);
        assertThatThrownBy(() -> db.as(PartnerScope.ALL)
                        .run(h -> h.execute("update budget_line set amount_pence = 1 where financial_year = ?", year)))
                .hasStackTraceContaining("the budget of " + year + " is approved");
    }

    @Test
    void a_virement_counts_when_the_board_has_approved_it() {
        String year = approved();
        String id = virement(year, "BASE", "-200.00", "STAFF", "200.00")
                .statusCode(201)
                .body("status", is("REQUESTED"))
                .body("requestedBy", is("finance"))
                .extract()
                .path("id");
        monitoring(year).body("items.find { it.line == 'BASE' }.revised.amount", is("1000.00"));
        decide(Tokens.board(), "virements/" + id, "APPROVED")
                .statusCode(200)
                .body("status", is("APPROVED"))
                .body("decidedBy", is("board"));
        monitoring(year)
                .body("items.find { it.line == 'BASE' }.original.amount", is("1000.00"))
                .body("items.find { it.line == 'BASE' }.virements.amount", is("-200.00"))
                .body("items.find { it.line == 'BASE' }.revised.amount", is("800.00"))
                .body("items.find { it.line == 'BASE' }.variance.amount", is("-800.00"))
                .body("total.virements.amount", is("0.00"))
                .body("total.revised.amount", is("1500.00"));
        board().get("/api/v1/budget-lines/" + year + "/STAFF")
                .then()
                .body("budget.amount", is("700.00"))
                .body("original.amount", is("500.00"));
        decide(Tokens.board(), "virements/" + id, "REJECTED").statusCode(409).body("code", is("already-decided"));
        board().get("/api/v1/contributions?financialYear=" + year).then().body("total.amount", is("1500.00"));
    }

    @Test
    void nobody_decides_on_an_own_request_and_a_rejected_one_changes_nothing() {
        String year = approved();
        String both = Tokens.of("finance", List.of("finance-officer", "board-member"), List.of("*"));
        String id = virement(year, "BASE", "-1.00", "STAFF", "1.00").extract().path("id");
        decide(both, "virements/" + id, "APPROVED").statusCode(403).body("code", is("own-request"));
        assertThatThrownBy(() -> db.as(PartnerScope.ALL)
                        .run(h -> h.execute(
                                "insert into budget_change_decision (change, outcome, reason, decided_by)"
                                        + " values (?, 'APPROVED', 'x', 'finance')",
                                UUID.fromString(id))))
                .hasStackTraceContaining("own_request");
        decide(Tokens.finance(), "virements/" + id, "APPROVED").statusCode(403);
        decide(Tokens.board(), "virements/" + id, "REJECTED").statusCode(200).body("status", is("REJECTED"));
        monitoring(year)
                .body("total.virements.amount", is("0.00"))
                .body("items.find { it.line == 'BASE' }.revised.amount", is("1000.00"));
        board().get("/api/v1/virements?status=REJECTED&financialYear=" + year)
                .then()
                .body("items.id", contains(id));
        board().get("/api/v1/budget-changes?kind=ADDITION&financialYear=" + year)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void what_no_longer_fits_when_the_board_decides_is_refused_then() {
        String year = approved();
        String first =
                virement(year, "STAFF", "-400.00", "BASE", "400.00").extract().path("id");
        String second =
                virement(year, "STAFF", "-200.00", "BASE", "200.00").extract().path("id");
        decide(Tokens.board(), "virements/" + first, "APPROVED").statusCode(200);
        decide(Tokens.board(), "virements/" + second, "APPROVED")
                .statusCode(422)
                .body("code", is("budget-wrong-side"));
        board().get("/api/v1/virements/" + second).then().body("status", is("REQUESTED"));
    }

    @Test
    void additions_reductions_and_replacements_make_versions_that_stay() {
        String year = draft();
        placeholder(year).statusCode(201);
        approve(year).statusCode(200);
        approvedChange(year, "ADDITION", "{\"budgetLine\":\"BASE\",\"amount\":" + money("50.00") + "}");
        approvedChange(year, "REDUCTION", "{\"budgetLine\":\"STAFF\",\"amount\":" + money("-20.00") + "}");
        line(year, "LAPTOPS", "PROJECT", "0.00", "STS-BASE").statusCode(201);
        approvedChange(
                year,
                "REPLACEMENT",
                "{\"budgetLine\":\"REFRESH\",\"amount\":" + money("-300.00")
                        + "},{\"budgetLine\":\"LAPTOPS\",\"amount\":" + money("300.00") + "}");
        board().get("/api/v1/budgets/" + year + "/versions")
                .then()
                .body("items.version", contains(1, 2, 3, 4))
                .body("items.total.amount", contains("1800.00", "1850.00", "1830.00", "1830.00"))
                .body("items[0].change", nullValue())
                .body("items[3].lines.find { it.budgetLine == 'REFRESH' }.amount.amount", is("0.00"));
        board().get("/api/v1/budgets/" + year)
                .then()
                .body("original.amount", is("1800.00"))
                .body("total.amount", is("1830.00"));
    }

    private static ValidatableResponse placeholder(String year) {
        return post(
                "budget-lines",
                "{\"financialYear\":\"%s\",\"code\":\"REFRESH\",\"title\":\"Annual refresh\",\"kind\":\"PROJECT\",\"budget\":%s,\"scheme\":\"STS-BASE\",\"placeholder\":true,\"source\":\"test\"}"
                        .formatted(year, money("300.00")));
    }

    private static void approvedChange(String year, String kind, String lines) {
        String id = post(
                        "budget-changes",
                        "{\"financialYear\":\"%s\",\"kind\":\"%s\",\"reason\":\"r\",\"lines\":[%s]}"
                                .formatted(year, kind, lines))
                .statusCode(201)
                .extract()
                .path("id");
        decide(Tokens.board(), "budget-changes/" + id, "APPROVED").statusCode(200);
    }

    @Test
    void a_change_against_a_rule_or_of_a_draft_is_refused() {
        String year = draft();
        virement(year, "BASE", "-1.00", "STAFF", "1.00").statusCode(422).body("code", is("budget-not-approved"));
        approve(year).statusCode(200);
        virement(year, "BASE", "-1.00", "STAFF", "1.01").statusCode(422).body("errors.pointer", contains("/lines"));
        virement(year, "BASE", "-1.00", "NONE", "1.00")
                .statusCode(422)
                .body("errors.pointer", contains("/lines/1/budgetLine"));
        assertThatThrownBy(() -> db.as(PartnerScope.ALL).run(h -> {
                    UUID id = UUID.randomUUID();
                    h.execute(
                            "insert into budget_change (id, financial_year, kind, reason, line_count, requested_by)"
                                    + " values (?, ?, 'VIREMENT', 'r', 1, 'x')",
                            id,
                            year);
                    h.execute("insert into budget_change_line values (?, ?, 'BASE', 5)", id, year);
                }))
                .hasStackTraceContaining("adds up to 5 pence");
    }

    @Test
    void costs_fall_on_a_time_bound_line_in_its_time_and_a_saving_is_below_zero() {
        String year = draft();
        String bound =
                "{\"financialYear\":\"%s\",\"code\":\"%s\",\"title\":\"T\",\"kind\":\"PROJECT\",\"budget\":%s,\"scheme\":\"STS-BASE\",\"source\":\"test\",%s}";
        post(
                        "budget-lines",
                        bound.formatted(
                                year,
                                "TRIAL",
                                money("5.00"),
                                "\"recurrence\":\"ONE_OFF\",\"activeTo\":\"" + year.substring(0, 4) + "-06-30\""))
                .statusCode(201)
                .body("recurrence", is("ONE_OFF"));
        post("budget-lines", bound.formatted(year, "LESS", money("5.00"), "\"saving\":true"))
                .statusCode(422)
                .body("code", is("saving-above-zero"));
        post("budget-lines", bound.formatted(year, "LESS", money("-5.00"), "\"saving\":true"))
                .statusCode(201)
                .body("saving", is(true));
        spend(year, "06-30").statusCode(201);
        spend(year, "07-01").statusCode(422).body("code", is("line-not-active"));
        board().get("/api/v1/contributions?financialYear=" + year).then().body("total.amount", is("1500.00"));
    }

    private static ValidatableResponse spend(String year, String day) {
        return post(
                "postings",
                "{\"date\":\"%s-%s\",\"description\":\"d\",\"lines\":[{\"account\":\"EXPENDITURE\",\"budgetLine\":\"TRIAL\",\"debit\":%s},{\"account\":\"CASH\",\"credit\":%s}]}"
                        .formatted(year.substring(0, 4), day, money("1.00"), money("1.00")));
    }

    @Test
    void budgets_and_their_changes_are_closed_to_councils_and_narrow_tokens() {
        String narrow = Tokens.of("narrow", List.of("finance-officer", "board-member"), List.of("LBL"));
        for (String path : List.of("virements", "budget-changes", "budget-plans", "budgets/2020-21/versions")) {
            as(Tokens.borough("LBL")).get("/api/v1/" + path).then().statusCode(403);
            as(narrow).get("/api/v1/" + path).then().statusCode(403).body("code", is("scope-too-narrow"));
            board().get("/api/v1/" + path).then().statusCode(200);
        }
        board().get("/api/v1/virements/" + UUID.randomUUID()).then().statusCode(404);
        board().get("/api/v1/virements?status=MAYBE").then().statusCode(400);
        board().get("/api/v1/virements?cursor=x").then().statusCode(400);
    }

    private static ValidatableResponse edit(String year, String patch) {
        String path = "/api/v1/budget-lines/" + year + "/BASE";
        String etag = board().get(path).getHeader("ETag");
        return finance().header("If-Match", etag).body(patch).patch(path).then();
    }

    private static ValidatableResponse virement(String year, String from, String taken, String to, String given) {
        return post(
                "virements",
                "{\"financialYear\":\"%s\",\"reason\":\"r\",\"lines\":[{\"budgetLine\":\"%s\",\"amount\":%s},{\"budgetLine\":\"%s\",\"amount\":%s}]}"
                        .formatted(year, from, money(taken), to, money(given)));
    }

    private static ValidatableResponse decide(String token, String path, String outcome) {
        return as(token)
                .body("{\"outcome\":\"" + outcome + "\",\"reason\":\"item 7\"}")
                .post("/api/v1/" + path + "/decision")
                .then();
    }

    private static ValidatableResponse monitoring(String year) {
        return board().get("/api/v1/budget-monitoring?financialYear=" + year)
                .then()
                .statusCode(200);
    }
}
