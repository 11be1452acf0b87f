package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** Bills are numbered without gaps, shown to whom they concern, and never changed. */
@QuarkusTest
class BillKeepingTest extends ServiceTest {
    @Inject
    ScopedDb db;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void numbers_have_no_gap_when_many_issue_at_once() throws Exception {
        int year = BillsTest.newYear();
        BillsTest.issue(BillsTest.draft(year, "ESTIMATE", BillsTest.ONCE, ""), year)
                .statusCode(200);
        String refund = "\"refund\":{\"amount\":%s,\"budgetLine\":\"BASE\",\"ratioOn\":\"%d-06-30\"},"
                .formatted(money("0.30"), year);
        List<String> drafts = IntStream.range(0, 8)
                .mapToObj(i -> BillsTest.draft(year, "REFUND", BillsTest.ONCE, refund))
                .toList();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = new ArrayList<>();
        drafts.forEach(draft -> answers.add(
                clients.submit(() -> BillsTest.issue(draft, year).extract().statusCode())));
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        clients.shutdown();
        List<String> numbers = board().get("/api/v1/bills?partner=LBL&financialYear=" + BillsTest.code(year))
                .jsonPath()
                .getList("items.number");
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> "LBL-" + BillsTest.code(year) + "-00" + i)
                        .toList());
    }

    @Test
    void a_council_sees_its_own_bills_and_no_trace_of_others() {
        int year = BillsTest.newYear();
        BillsTest.issue(BillsTest.draft(year, "ESTIMATE", BillsTest.ONCE, ""), year)
                .statusCode(200);
        String text = borough("LBL")
                .get("/api/v1/bills?limit=1&financialYear=" + BillsTest.code(year))
                .then()
                .statusCode(200)
                .body("items.partner", contains("LBL"))
                .body("next", nullValue())
                .extract()
                .asString();
        assertThat(text).doesNotContain("LBB", "LBS");
        String unknown = borough("LBL")
                .get("/api/v1/bills/LBL-" + BillsTest.code(year) + "-999")
                .then()
                .statusCode(404)
                .extract()
                .path("detail");
        borough("LBL")
                .get("/api/v1/bills/LBB-" + BillsTest.code(year) + "-001")
                .then()
                .statusCode(404)
                .body("detail", is(unknown));
        borough("LBL").get("/api/v1/bills?partner=LBB").then().statusCode(404);
        borough("LBL").get("/api/v1/billing-runs").then().statusCode(403);
        borough("LH")
                .get("/api/v1/bills?financialYear=" + BillsTest.code(year))
                .then()
                .body("items", hasSize(0));
        for (String table : List.of("bill", "bill_line", "bill_within", "bill_issue")) {
            assertThat(count("LBL", table + " where partner <> 'LBL'")).isZero();
            assertThat(count("", table)).isZero();
        }
    }

    @Test
    void the_database_keeps_bills_as_they_were_issued_and_refuses_one_that_does_not_add_up() {
        int year = BillsTest.newYear();
        BillsTest.issue(BillsTest.draft(year, "ESTIMATE", BillsTest.ONCE, ""), year)
                .statusCode(200);
        Jdbi owner = Jdbi.create(url, "finance_owner", "finance_owner");
        assertThatThrownBy(() -> owner.useHandle(h -> h.execute("update bill set amount_pence = 1")))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> owner.useHandle(h -> h.execute("delete from bill_issue")))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> db.as(PartnerScope.ALL)
                        .run(h -> h.execute("insert into bill_line (bill, line, partner, kind, code, title, note,"
                                + " amount_pence) select id, 9, partner, 'POOL', 'X', 'X', '', 1 from bill limit 1")))
                .hasStackTraceContaining("its lines are");
    }

    private int count(String scope, String from) {
        PartnerScope named = scope.isEmpty() ? PartnerScope.NONE : PartnerScope.of(List.of(scope));
        return db.as(named).read(h -> h.createQuery("select count(*) from " + from)
                .mapTo(Integer.class)
                .one());
    }
}
