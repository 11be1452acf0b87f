package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.testkit.Tokens;

/** Money that partners of this test's own pay and are paid: nobody else's account moves. */
@QuarkusTest
class ReceiptsTest extends ServiceTest {
    private static final String ONCE = "\"instalments\":{\"count\":1,\"firstDueOn\":\"%d-05-01\"}";

    @Inject
    ScopedDb db;

    @Test
    void part_payments_and_overpayments_stand_in_the_account_and_the_ledger_says_the_same() {
        year(2086, "RC1", "RC2");
        String bill = "RC1-2086-87-001";
        receipt("RC1", bill, "300.00", "a").statusCode(201).body("bill", is(bill));
        account("RC1", "2086-05-02")
                .body("items[0].paid.amount", is("300.00"))
                .body("items[0].outstanding.amount", is("200.01"))
                .body("items[0].age", is("DAYS_1_TO_30"))
                .body("ageing.outstanding.amount", contains("0.00", "200.01", "0.00", "0.00", "0.00"))
                .body("balance.amount", is("200.01"));
        receipt("RC1", bill, "250.00", "b").statusCode(201);
        account("RC1", "2086-05-02").body("onAccount.amount", is("49.99")).body("balance.amount", is("-49.99"));
        receipt("RC1", null, "-50.00", "c").statusCode(422).body("code", is("repayment-not-covered"));
        receipt("RC1", null, "-49.99", "d").statusCode(201);
        account("RC1", "2086-05-02").body("balance.amount", is("0.00"));
        long owed = db.as(PartnerScope.ALL).read(h -> h.createQuery("select coalesce(sum(amount_pence), 0) from posting"
                        + " where account = 'DEBTORS' and partner = 'RC1'")
                .mapTo(Long.class)
                .one());
        assertThat(owed).isZero();
        finance()
                .get("/api/v1/contributions?financialYear=2086-87&partner=RC1")
                .then()
                .body("items[0].account.billed.amount", is("500.01"))
                .body("items[0].account.received.amount", is("550.00"));
        isolation(bill);
        files(bill);
    }

    private void isolation(String bill) {
        String own = client("RC2")
                .get("/api/v1/receipts")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(own).doesNotContain("RC1");
        client("RC1").get("/api/v1/receipts").then().body("items.reference", hasItem("a"));
        client("RC2").get("/api/v1/receipts?partner=RC1").then().statusCode(404);
        client("RC2").get("/api/v1/partner-accounts/RC1").then().statusCode(404);
        client("RC2").get("/api/v1/bills/" + bill + ".xml").then().statusCode(404);
        client("RC2").get("/api/v1/partner-accounts/RC2").then().statusCode(200).body("partner", is("RC2"));
        for (String table : List.of("receipt", "exit_statement", "exit_item", "exit_final")) {
            assertThat(db.as(PartnerScope.of(List.of("RC2"))).<Integer>read(h -> h.createQuery(
                                    "select count(*) from " + table + " where partner <> 'RC2'")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
        }
    }

    private static void files(String bill) {
        finance()
                .get("/api/v1/bills/" + bill + ".csv")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .body(containsString(bill + ",INVOICE,2086-87,RC1"));
        finance()
                .get("/api/v1/bills/" + bill + ".xml")
                .then()
                .statusCode(409)
                .body("code", is("billing-party-missing"));
        finance().get("/api/v1/bills/NOBODY-2086-87-001.pdf").then().statusCode(404);
    }

    @Test
    void a_receipt_names_an_invoice_of_its_partner_and_a_reference_that_is_new() {
        year(2087, "RD1", "RD2");
        receipt("RD1", "RD2-2087-88-001", "1.00", "a").statusCode(422).body("code", is("bill-unknown"));
        receipt("NOBODY", null, "1.00", "a").statusCode(422).body("code", is("partner-unknown"));
        receipt("LH", null, "1.00", "a").statusCode(422).body("code", is("partner-not-billed"));
        receipt("RD1", null, "0.00", "a").statusCode(422).body("code", is("amount-zero"));
        receipt("RD1", null, "1.00", "a").statusCode(201);
        receipt("RD1", null, "1.00", "a").statusCode(409).body("code", is("receipt-known"));
        account("RD1", "2087-04-30").body("items.age", contains("NOT_DUE"));
        finance().get("/api/v1/partner-accounts/RD1?asAt=soon").then().statusCode(400);
        client("RD1").body("{}").post("/api/v1/receipts").then().statusCode(403);
    }

    @Test
    void a_partner_that_leaves_settles_its_part_and_keeps_reading_its_own_history_only() {
        year(2088, "RE1", "RE2");
        String items = """
                {"kind":"ASSET","code":"SAN","title":"Storage","amount":%s,"percent":25,"source":"test"},
                {"kind":"COMMITMENT","code":"WAN","title":"Lines","amount":%s,"scheme":"RS2088","source":"test"}""".formatted(money("100.01"), money("300.00"));
        String id = exit("RE1", items)
                .statusCode(201)
                .body("status", is("DRAFT"))
                .body("noticeKept", is(false))
                .body("daysOfLastYear", is(214))
                .body("items.share.amount", contains("25.00", "150.00"))
                .body("items.owed.amount", contains("-25.00", "150.00"))
                .body("items[1].ratio", is("1/2 by RS2088 on 2088-10-31"))
                .body("settlement.amount", is("125.00"))
                .body("account.items.bill", contains("RE1-2088-89-001"))
                .body("toPay.amount", is("625.01"))
                .extract()
                .path("id");
        client("RE1").get("/api/v1/exit-statements/" + id).then().statusCode(404);
        finish(id).statusCode(409).body("code", is("membership-not-ended"));
        String run = "{\"financialYear\":\"2088-89\",\"kind\":\"EXIT\",\"note\":\"t\",\"exitStatement\":\"" + id + "\","
                + ONCE.formatted(2088) + "}";
        post("billing-runs", run).statusCode(422).body("code", is("exit-not-final"));
        finance()
                .header("If-Match", "\"1\"")
                .body("{\"memberTo\":\"2088-10-31\"}")
                .patch("/api/v1/funding-partners/RE1")
                .then()
                .statusCode(200);
        finish(id).statusCode(200).body("status", is("FINAL"));
        finish(id).statusCode(409).body("code", is("exit-final"));
        BillsTest.issue(post("billing-runs", run).statusCode(201).extract().path("id"), 2088)
                .statusCode(200)
                .body("bills.amount.amount", contains("125.00"))
                .body("bills[0].lines.kind", contains("SETTLEMENT", "SETTLEMENT"));
        client("RE1")
                .get("/api/v1/exit-statements/" + id)
                .then()
                .statusCode(200)
                .body("partner", is("RE1"));
        client("RE2").get("/api/v1/exit-statements/" + id).then().statusCode(404);
        client("RE2").get("/api/v1/exit-statements").then().body("items.partner", not(hasItem("RE1")));
        history();
    }

    /** A settlement is no contribution: the true-up gives back what was billed for the days after the last. */
    private static void history() {
        finance()
                .get("/api/v1/contributions?financialYear=2088-89&partner=RE1")
                .then()
                .body("items[0].account.billed.amount", is("500.01"))
                .body("items[0].account.trueUp.amount", is("-206.85"));
        year(2089, "RF1", "RF2");
        client("RE1")
                .get("/api/v1/contributions?financialYear=2089-90")
                .then()
                .statusCode(200)
                .body("items", is(List.of()));
        client("RE1")
                .get("/api/v1/contributions?financialYear=2088-89")
                .then()
                .body("items.partner", contains("RE1", "OTHERS"));
    }

    @Test
    void an_exit_that_breaks_a_rule_is_pointed_at() {
        String item = "{\"kind\":\"ASSET\",\"code\":\"A\",\"title\":\"T\",\"amount\":%s%s,\"source\":\"s\"}";
        exit("LBS", item.formatted(money("1.00"), "")).statusCode(422).body("code", is("share-unclear"));
        exit("LBS", item.formatted(money("1.00"), ",\"percent\":101"))
                .statusCode(422)
                .body("errors.pointer", contains("/items/0/percent"));
        exit("LBS", item.formatted(money("-1.00"), ",\"percent\":1"))
                .statusCode(422)
                .body("code", is("amount-not-positive"));
        exit("LBS", item.formatted(money("1.00"), ",\"scheme\":\"NONE\""))
                .statusCode(422)
                .body("code", is("scheme-unknown"));
        exit("LH", "").statusCode(422).body("code", is("partner-unknown"));
    }

    private static ValidatableResponse exit(String partner, String items) {
        return post(
                "exit-statements",
                ("{\"partner\":\"%s\",\"noticedOn\":\"2088-05-01\",\"leavingOn\":\"2088-10-31\",\"noticeMonths\":12,"
                                + "\"source\":\"test\",\"assumption\":true,\"items\":[%s]}")
                        .formatted(partner, items));
    }

    private static ValidatableResponse finish(String id) {
        return finance().post("/api/v1/exit-statements/" + id + "/final").then();
    }

    private static io.restassured.specification.RequestSpecification client(String partner) {
        return as(Tokens.of("client-" + partner, List.of("borough-client"), List.of(partner)));
    }

    private static ValidatableResponse receipt(String partner, String bill, String amount, String reference) {
        return post(
                "receipts",
                "{\"partner\":\"%s\",%s\"amount\":%s,\"receivedOn\":\"%s-04-20\",\"reference\":\"%s\"}"
                        .formatted(
                                partner,
                                bill == null ? "" : "\"bill\":\"" + bill + "\",",
                                money(amount),
                                partner.equals("RD1") ? "2087" : "2086",
                                reference));
    }

    private static ValidatableResponse account(String partner, String asAt) {
        return finance()
                .get("/api/v1/partner-accounts/" + partner + "?asAt=" + asAt)
                .then()
                .statusCode(200);
    }

    /** A year that two partners of their own share by halves, with its estimate issued. */
    private static void year(int year, String one, String other) {
        for (String partner : List.of(one, other)) {
            post(
                            "funding-partners",
                            "{\"code\":\"%s\",\"name\":\"N\",\"memberFrom\":\"2080-04-01\",\"source\":\"test\"}"
                                    .formatted(partner))
                    .statusCode(201);
        }
        approvedScheme(
                "RS" + year,
                "2080-04-01",
                "\"method\":\"EQUAL\",\"weights\":{\"%s\":1,\"%s\":1}".formatted(one, other));
        budgetOf(BillsTest.code(year));
        line(BillsTest.code(year), "BASE", "BASE", "1000.01", "RS" + year).statusCode(201);
        BillsTest.issue(BillsTest.draft(year, "ESTIMATE", ONCE, ""), year).statusCode(200);
    }
}
