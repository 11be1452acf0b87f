package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** Invoices that are taken back in part; LBL's bill has the sub-body LH on it. */
@QuarkusTest
class CreditNotesTest extends ServiceTest {
    /** Years that no other test opens. */
    private static final Queue<Integer> YEARS =
            new ConcurrentLinkedQueue<>(List.of(2059, 2071, 2073, 2085, 2092, 2093));

    @Inject
    ScopedDb db;

    @Test
    void a_part_of_a_line_is_credited_numbered_posted_and_stands_in_the_account() {
        int year = billed();
        String bill = "LBL-" + BillsTest.code(year) + "-001";
        credit(bill, year, 1, "100.00")
                .statusCode(201)
                .body("number", is("LBL-" + BillsTest.code(year) + "-002"))
                .body("kind", is("CREDIT_NOTE"))
                .body("corrects", is(bill))
                .body("amount.amount", is("-100.00"))
                .body("lines[0].line", is(1))
                .body("lines[0].note", is("takes back 100.00 of 287.23, line 1 of " + bill))
                .body("within.partner", contains("LBL", "LH"))
                .body("within.amount.amount", contains("-83.22", "-16.78"));
        board().get("/api/v1/partner-accounts/LBL?asAt=" + year + "-04-30")
                .then()
                .body("items.find { it.bill == '" + bill + "' }.credited.amount", is("100.00"))
                .body("items.find { it.bill == '" + bill + "' }.outstanding.amount", is("187.23"));
        assertThat(owed(bill)).isEqualTo(287_23);
        assertThat(owed("LBL-" + BillsTest.code(year) + "-002")).isEqualTo(-100_00);
    }

    @Test
    void what_was_credited_in_part_is_billed_again_as_far_as_it_is_due() {
        int year = billed();
        credit("LBS-" + BillsTest.code(year) + "-001", year, 1, "12.05").statusCode(201);
        BillsTest.issue(BillsTest.draft(year, "ESTIMATE", BillsTest.ONCE, ""), year)
                .body("bills.number", contains("LBS-" + BillsTest.code(year) + "-003"))
                .body("bills.amount.amount", contains("12.05"));
        credit("LBB-" + BillsTest.code(year) + "-001", year, 1, "0.73").statusCode(201);
        BillsTest.spend(year, "EXPENDITURE", "1000.01", "");
        BillsTest.issue(BillsTest.draft(year, "TRUE_UP", BillsTest.ONCE, ""), year)
                .body("bills.partner", contains("LBB"))
                .body("bills.amount.amount", contains("0.73"));
    }

    @Test
    void no_more_is_credited_than_is_left_and_the_rest_is_credited_whole() {
        int year = billed();
        String bill = "LBB-" + BillsTest.code(year) + "-001";
        credit(bill, year, 1, "300.00").statusCode(201);
        credit(bill, year, 1, "0.74")
                .statusCode(422)
                .body("code", is("credit-exceeds-line"))
                .body("errors.pointer", contains("/lines/0/amount"));
        credit(bill, year, 2, "0.01").statusCode(422).body("code", is("bill-line-unknown"));
        post("bills/" + bill + "/credit-note", "{\"reason\":\"x\",\"lines\":[]}")
                .statusCode(422);
        BillsTest.credit(bill, year).statusCode(201).body("amount.amount", is("-0.73"));
        BillsTest.credit(bill, year).statusCode(409).body("code", is("bill-credited"));
        credit(bill, year, 1, "0.01").statusCode(409).body("code", is("bill-credited"));
    }

    @Test
    void many_who_credit_the_same_line_at_once_take_back_no_more_than_it_was() throws Exception {
        int year = billed();
        String bill = "LBB-" + BillsTest.code(year) + "-001";
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(clients.submit(
                    () -> credit(bill, year, 1, "100.00").extract().statusCode()));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        clients.shutdown();
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(5);
    }

    @Test
    void a_credit_note_in_part_is_a_file_of_every_kind_and_only_its_partner_sees_it() {
        int year = billed();
        credit("LBL-" + BillsTest.code(year) + "-001", year, 1, "1.00").statusCode(201);
        String note = "/api/v1/bills/LBL-" + BillsTest.code(year) + "-002";
        borough("LBL").get(note + ".csv").then().statusCode(200).body(containsString("-1.00,GBP"));
        borough("LBL").get(note + ".pdf").then().statusCode(200).contentType("application/pdf");
        borough("LBL").get(note + ".xml").then().statusCode(200).body(containsString("CreditNoteTypeCode"));
        borough("LBS").get(note).then().statusCode(404);
        borough("LBL")
                .body("{\"reason\":\"x\"}")
                .post("/api/v1/bills/LBL-" + BillsTest.code(year) + "-001/credit-note")
                .then()
                .statusCode(403);
    }

    @Test
    void the_database_refuses_a_credit_note_beyond_its_line_whoever_writes_it() {
        int year = billed();
        String bill = "LBB-" + BillsTest.code(year) + "-001";
        credit(bill, year, 1, "300.00").statusCode(201);
        assertThatThrownBy(() -> db.as(PartnerScope.ALL).run(h -> {
                    h.execute(
                            "insert into bill (id, financial_year, partner, part, parts, due_on, amount_pence,"
                                    + " line_count, corrects, reason) select gen_random_uuid(), financial_year, partner, 1, 1,"
                                    + " due_on, -74, 1, id, 'too much' from bill where id = (select bill from bill_issue where"
                                    + " number = ?)",
                            bill);
                    h.execute("insert into bill_line (bill, line, partner, kind, code, title, note, amount_pence,"
                            + " corrects_line) select id, 1, partner, 'POOL', 'BASE', 'T', '', -74, 1 from bill"
                            + " where reason = 'too much'");
                    h.execute("insert into bill_within (bill, partner, member, amount_pence)"
                            + " select id, partner, partner, -74 from bill where reason = 'too much'");
                }))
                .hasStackTraceContaining("is credited");
    }

    private static int billed() {
        int year = BillsTest.open(YEARS.remove());
        BillsTest.issue(BillsTest.draft(year, "ESTIMATE", BillsTest.ONCE, ""), year)
                .statusCode(200);
        return year;
    }

    private static ValidatableResponse credit(String bill, int year, int line, String amount) {
        return post(
                "bills/" + bill + "/credit-note",
                "{\"reason\":\"Sent back\",\"issuedOn\":\"%d-04-20\",\"lines\":[{\"line\":%d,\"amount\":%s}]}"
                        .formatted(year, line, money(amount)));
    }

    private long owed(String number) {
        return db.as(PartnerScope.ALL).read(h -> h.createQuery("select sum(p.amount_pence) from posting p"
                        + " join journal j on j.id = p.journal where j.source = 'bill' and j.source_reference = :number"
                        + " and p.account = 'DEBTORS'")
                .bind("number", number)
                .mapTo(Long.class)
                .one());
    }
}
