package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BillsTest extends ServiceTest {
    private static final AtomicInteger YEARS = new AtomicInteger(2060);
    private static final String QUARTERS = "\"instalments\":{\"count\":4,\"firstDueOn\":\"%d-05-01\"}";
    static final String ONCE = "\"instalments\":{\"count\":1,\"firstDueOn\":\"%d-05-01\"}";

    @Test
    void an_estimate_in_quarters_adds_up_to_the_budget_and_is_numbered_per_partner() {
        int year = newYear();
        String run = draft(year, "ESTIMATE", QUARTERS, "");
        board().get("/api/v1/bills?financialYear=" + code(year)).then().body("items", hasSize(0));
        JsonPath issued = issue(run, year)
                .statusCode(200)
                .body("status", is("ISSUED"))
                .body("total.amount", is("1000.01"))
                .body("bills", hasSize(12))
                .extract()
                .jsonPath();
        assertThat(issued.getList("bills.findAll { it.partner == 'LBL' }.number"))
                .containsExactly(
                        "LBL-" + code(year) + "-001",
                        "LBL-" + code(year) + "-002",
                        "LBL-" + code(year) + "-003",
                        "LBL-" + code(year) + "-004");
        assertThat(issued.getList("bills.findAll { it.partner == 'LBL' }.dueOn"))
                .containsExactly(year + "-05-01", year + "-08-01", year + "-11-01", (year + 1) + "-02-01");
        assertThat(sum(issued.getList("bills.amount.amount"))).isEqualByComparingTo("1000.01");
        board().get("/api/v1/bills/LBL-" + code(year) + "-001")
                .then()
                .statusCode(200)
                .body("kind", is("INVOICE"))
                .body("within.partner", contains("LBL", "LH"))
                .body("lines[0].kind", is("POOL"))
                .body("lines[0].note", is("596/2075 (28.72 per cent) of 1000.01; instalment 1 of 4"))
                .body("vat.category", is("O"));
        board().get("/api/v1/contributions?financialYear=" + code(year))
                .then()
                .body("items.account.trueUp.amount", everyItem(is("0.00")));
    }

    @Test
    void issuing_posts_what_partners_owe_and_costs_do_not_move() {
        int year = newYear();
        issue(draft(year, "ESTIMATE", ONCE, ""), year).statusCode(200);
        JsonPath journals = board().get("/api/v1/postings?financialYear=" + code(year))
                .then()
                .body("items", hasSize(3))
                .extract()
                .jsonPath();
        assertThat(journals.getString("items[0].description")).isEqualTo("Invoice LBB-" + code(year) + "-001");
        assertThat(journals.getList("items[0].lines.account")).containsExactly("DEBTORS", "CONTRIBUTIONS");
        assertThat(journals.getString("items[0].lines[0].partner")).isEqualTo("LBB");
        board().get("/api/v1/budget-monitoring?financialYear=" + code(year))
                .then()
                .body("total.actual.amount", is("0.00"));
    }

    @Test
    void the_true_up_bills_the_outturn_less_the_estimate_and_gives_an_underspend_back() {
        int year = newYear();
        issue(draft(year, "ESTIMATE", QUARTERS, ""), year).statusCode(200);
        spend(year, "EXPENDITURE", "990.00", "");
        JsonPath trueUp = issue(draft(year, "TRUE_UP", ONCE, ""), year)
                .statusCode(200)
                .body("total.amount", is("-10.01"))
                .body("bills.kind", everyItem(is("CREDIT_NOTE")))
                .body("bills[1].number", is("LBL-" + code(year) + "-005"))
                .body("bills[1].lines[0].note", containsString("less billed"))
                .extract()
                .jsonPath();
        assertThat(sum(trueUp.getList("bills.amount.amount"))).isEqualByComparingTo("-10.01");
        board().get("/api/v1/contributions?basis=ACTUAL&financialYear=" + code(year))
                .then()
                .body("items.account.trueUp.amount", everyItem(is("0.00")))
                .body("total.amount", is("990.00"));
        post("billing-runs", run(year, "TRUE_UP", ONCE, "")).statusCode(422).body("code", is("nothing-due"));
    }

    @Test
    void income_and_direct_charges_stand_on_the_bill_each_on_its_own_line() {
        int year = newYear();
        spend(year, "EXPENDITURE", "500.00", "");
        spend(year, "EXPENDITURE", "20.00", "\"partner\":\"LH\",");
        income(year, "100.00", "");
        income(year, "7.00", "\"partner\":\"LBS\",");
        JsonPath seen = board().get("/api/v1/contributions?basis=ACTUAL&financialYear=" + code(year))
                .then()
                .body("items.shared.amount", contains("150.36", "143.62", "206.02"))
                .body("items.direct.amount", contains("0.00", "20.00", "0.00"))
                .body("items.income.amount", contains("30.07", "28.72", "48.21"))
                .body("total.amount", is("413.00"))
                .extract()
                .jsonPath();
        issue(draft(year, "TRUE_UP", ONCE, ""), year)
                .body("bills[1].lines.kind", contains("POOL", "DIRECT", "INCOME"))
                .body("bills[1].lines.amount.amount", contains("143.62", "20.00", "-28.72"))
                .body("bills.amount.amount", is(seen.getList("items.total.amount")));
    }

    @Test
    void a_refund_is_given_back_in_the_ratio_in_force_and_counts_in_the_true_up() {
        int year = newYear();
        issue(draft(year, "ESTIMATE", ONCE, ""), year).statusCode(200);
        String refund = "\"refund\":{\"amount\":%s,\"budgetLine\":\"BASE\",\"ratioOn\":\"%d-06-30\"},";
        issue(draft(year, "REFUND", ONCE, refund.formatted(money("10.01"), year)), year)
                .body("bills.amount.amount", contains("-3.01", "-2.88", "-4.12"));
        spend(year, "EXPENDITURE", "990.00", "");
        // A sum divided in two parts may put a penny elsewhere; the true-up moves it, and nothing is lost.
        post("billing-runs", run(year, "TRUE_UP", ONCE, ""))
                .body("total.amount", is("0.00"))
                .body("bills.amount.amount", contains("-0.01", "0.01"));
        post("billing-runs", run(year, "REFUND", ONCE, refund.formatted(money("1000.00"), year)))
                .statusCode(422)
                .body("code", is("refund-exceeds-billed"));
    }

    @Test
    void a_draft_whose_figures_have_moved_is_not_issued_and_one_is_decided_once() {
        int year = newYear();
        String outdated = draft(year, "ESTIMATE", ONCE, "");
        String other = draft(year, "ESTIMATE", ONCE, "");
        issue(other, year).statusCode(200);
        issue(outdated, year).statusCode(409).body("code", is("draft-outdated"));
        issue(other, year).statusCode(409).body("code", is("run-decided"));
        finance()
                .post("/api/v1/billing-runs/" + outdated + "/discard")
                .then()
                .statusCode(200)
                .body("status", is("DISCARDED"));
        board().get("/api/v1/bills?financialYear=" + code(year)).then().body("items", hasSize(3));
    }

    @Test
    void a_wrong_bill_is_credited_once_and_billed_anew() {
        int year = newYear();
        issue(draft(year, "ESTIMATE", ONCE, ""), year).statusCode(200);
        String wrong = "LBS-" + code(year) + "-001";
        credit(wrong, year)
                .statusCode(201)
                .body("number", is("LBS-" + code(year) + "-002"))
                .body("kind", is("CREDIT_NOTE"))
                .body("corrects", is(wrong))
                .body("amount.amount", is("-412.05"));
        credit(wrong, year).statusCode(409).body("code", is("bill-credited"));
        credit("LBS-" + code(year) + "-002", year).statusCode(422).body("code", is("credit-note-final"));
        issue(draft(year, "ESTIMATE", ONCE, ""), year)
                .body("bills.number", contains("LBS-" + code(year) + "-003"))
                .body("bills.amount.amount", contains("412.05"));
        finance().delete("/api/v1/bills/" + wrong).then().statusCode(405);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"count\":5,\"firstDueOn\":\"2060-05-01\" | instalments-out-of-range | /instalments/count",
                "\"count\":4 | instalments-unclear | /instalments",
                "\"parts\":[{\"dueOn\":\"2060-05-01\",\"percent\":60},{\"dueOn\":\"2060-06-01\",\"percent\":39.99}] | percent-not-100 | /instalments/parts",
                "\"parts\":[{\"dueOn\":\"2060-05-01\",\"percent\":60},{\"dueOn\":\"2060-05-01\",\"percent\":40}] | instalments-disordered | /instalments/parts/1/dueOn"
            })
    void instalments_that_break_a_rule_are_pointed_at(String instalments, String code, String pointer) {
        post("billing-runs", run(2018, "ESTIMATE", "\"instalments\":{" + instalments + "}", ""))
                .statusCode(422)
                .body("code", is(code))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void a_bill_is_not_due_before_it_is_issued_nor_issued_in_a_year_that_is_not_open() {
        int year = 2018;
        String run = draft(year, "ESTIMATE", ONCE, "");
        issueOn(run, year + "-05-02").statusCode(422).body("code", is("due-before-issue"));
        issueOn(run, "2016-03-31").statusCode(422).body("code", is("financial-year-unknown"));
        post("billing-runs", run(year, "REFUND", ONCE, "")).statusCode(422).body("code", is("refund-unclear"));
        post("billing-runs", run(year, "EXIT", ONCE, "")).statusCode(422).body("code", is("exit-unclear"));
    }

    static ValidatableResponse credit(String number, int year) {
        return post("bills/" + number + "/credit-note", "{\"reason\":\"wrong\",\"issuedOn\":\"" + year + "-04-20\"}");
    }

    static String draft(int year, String kind, String instalments, String more) {
        return post("billing-runs", run(year, kind, instalments, more))
                .statusCode(201)
                .body("status", is("DRAFT"))
                .extract()
                .path("id");
    }

    private static String run(int year, String kind, String instalments, String more) {
        return "{\"financialYear\":\"%s\",\"kind\":\"%s\",\"note\":\"test\",%s%s}"
                .formatted(code(year), kind, more, instalments.formatted(year));
    }

    static ValidatableResponse issue(String run, int year) {
        return issueOn(run, year + "-04-10");
    }

    private static ValidatableResponse issueOn(String run, String day) {
        return post("billing-runs/" + run + "/issue", "{\"issuedOn\":\"" + day + "\"}");
    }

    static void spend(int year, String account, String amount, String partner) {
        post(
                        "postings",
                        ("{\"date\":\"%d-06-10\",\"description\":\"d\",\"lines\":["
                                        + "{\"account\":\"%s\",\"budgetLine\":\"BASE\",%s\"debit\":%s},"
                                        + "{\"account\":\"CREDITORS\",\"credit\":%s}]}")
                                .formatted(year, account, partner, money(amount), money(amount)))
                .statusCode(201);
    }

    private static void income(int year, String amount, String partner) {
        post(
                        "postings",
                        ("{\"date\":\"%d-06-11\",\"description\":\"grant\",\"lines\":["
                                        + "{\"account\":\"INCOME\",\"budgetLine\":\"BASE\",%s\"credit\":%s},"
                                        + "{\"account\":\"CASH\",\"debit\":%s}]}")
                                .formatted(year, partner, money(amount), money(amount)))
                .statusCode(201);
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static int newYear() {
        return open(YEARS.getAndIncrement());
    }

    /** A year with a budget that three partners share. */
    static int open(int year) {
        budgetOf(code(year));
        line(code(year), "BASE", "BASE", "1000.01", "STS-BASE").statusCode(201);
        return year;
    }

    static String code(int year) {
        return year + "-" + (year + 1) % 100;
    }
}
