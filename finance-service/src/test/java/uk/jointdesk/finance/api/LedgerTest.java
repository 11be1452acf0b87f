package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

@QuarkusTest
class LedgerTest extends ServiceTest {
    private static final AtomicInteger YEARS = new AtomicInteger(2080);

    @Inject
    ScopedDb db;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void a_balanced_journal_is_kept_and_counts_in_monitoring_and_contributions() {
        int year = newYear();
        journal(year, "100.01", "100.01", "").statusCode(201).body("lines[0].debit.amount", is("100.01"));
        journal(year, "50.00", "50.00", "\"partner\":\"LH\",").statusCode(201);
        monitoring(year).body("items[0].actual.amount", is("150.01")).body("items[0].variance.amount", is("-849.99"));
        board().get("/api/v1/contributions?basis=ACTUAL&financialYear=" + code(year))
                .then()
                .body("total.amount", is("150.01"))
                .body("items.find { it.partner == 'LBL' }.direct.amount", is("50.00"))
                .body("items.find { it.partner == 'LBL' }.directCharges.partner", contains("LH"))
                .body(
                        "items.find { it.partner == 'LBL' }.within.find { it.partner == 'LH' }.amount.amount",
                        is("54.82"));
        borough("LBB")
                .get("/api/v1/contributions?basis=ACTUAL&financialYear=" + code(year))
                .then()
                .body("items.partner", contains("LBB", "OTHERS"))
                .body("items[1].directCharges.partner", contains("OTHERS"))
                .body("items[1].directCharges[0].line", nullValue());
    }

    @Test
    void tc45_a_journal_one_penny_out_is_refused() {
        journal(newYear(), "25.01", "25.00", "")
                .statusCode(422)
                .body("code", is("journal-unbalanced"))
                .body("errors.pointer", contains("/lines"));
    }

    @Test
    void a_mistake_is_reversed_once_and_never_edited() {
        int year = newYear();
        String id = journal(year, "12.34", "12.34", "").extract().path("id");
        String reversal =
                "{\"date\":\"%d-05-31\",\"description\":\"wrong line\",\"reverses\":\"%s\"}".formatted(year, id);
        post("postings", reversal).statusCode(201).body("reverses", is(id)).body("lines[0].credit.amount", is("12.34"));
        monitoring(year).body("items[0].actual.amount", is("0.00"));
        post("postings", reversal).statusCode(409).body("code", is("already-reversed"));
        finance().delete("/api/v1/postings/" + id).then().statusCode(405);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"account\":\"EXPENDITURE\",\"budgetLine\":\"NONE\",\"debit\":M} | line-unknown | /lines/0/budgetLine",
                "{\"account\":\"EXPENDITURE\",\"debit\":M} | line-misplaced | /lines/0/budgetLine",
                "{\"account\":\"EXPENDITURE\",\"budgetLine\":\"BASE\",\"partner\":\"XX\",\"debit\":M} | partner-unknown | /lines/0/partner",
                "{\"account\":\"EXPENDITURE\",\"budgetLine\":\"OWN\",\"debit\":M} | line-needs-partner | /lines/0/partner",
                "{\"account\":\"EXPENDITURE\",\"budgetLine\":\"BASE\",\"debit\":M,\"credit\":M} | line-one-sided | /lines/0",
                "{\"account\":\"CASH\"} | line-one-sided | /lines/0",
                "{\"account\":\"CASH\",\"partner\":\"LBB\",\"debit\":M} | line-misplaced | /lines/0/partner",
                "{\"account\":\"CASH\",\"debit\":{\"amount\":\"-5.00\",\"currency\":\"GBP\"}} | amount-not-positive | /lines/0/debit/amount",
                "{\"account\":\"CASH\",\"debit\":{\"amount\":5.00,\"currency\":\"GBP\"}} | money-malformed | /lines/0/debit/amount"
            })
    void a_line_that_breaks_a_rule_is_pointed_at(String line, String code, String pointer) {
        post(
                        "postings",
                        "{\"date\":\"2035-05-01\",\"description\":\"d\",\"lines\":[%s,{\"account\":\"CREDITORS\",\"credit\":%s}]}"
                                .formatted(line.replace("M", money("5.00")), money("5.00")))
                .statusCode(422)
                .body("code", is(code))
                .body("errors.pointer", contains(pointer));
    }

    @org.junit.jupiter.api.BeforeEach
    void the_year_of_the_refusals_is_open() {
        if (board().get("/api/v1/budgets/2035-36").statusCode() == 404) {
            budgetOf("2035-36");
            line("2035-36", "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
            line("2035-36", "OWN", "NON_SHARED", "0.00", null).statusCode(201);
        }
    }

    @Test
    void a_journal_in_no_open_year_or_another_period_is_refused() {
        post("postings", "{\"date\":\"2090-05-01\",\"description\":\"d\",\"lines\":[]}")
                .statusCode(422)
                .body("code", is("financial-year-unknown"));
        post("postings", "{\"date\":\"2035-05-01\",\"period\":3,\"description\":\"d\",\"lines\":[]}")
                .statusCode(422)
                .body("errors.pointer", contains("/period"));
        post("postings", "{\"date\":\"2035-05-01\",\"description\":\"d\"}")
                .statusCode(422)
                .body("code", is("journal-too-short"));
        post("postings", "{\"date\":\"2035-05-01\",\"description\":\"d\",\"reverses\":\"" + UUID.randomUUID() + "\"}")
                .statusCode(422)
                .body("code", is("journal-unknown"));
    }

    @Test
    void the_same_key_posts_once() {
        int year = newYear();
        String body = body(year, "7.00", "7.00", "");
        String key = UUID.randomUUID().toString();
        String first = finance()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/postings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        finance()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/postings")
                .then()
                .statusCode(201)
                .body("id", is(first));
        finance()
                .header("Idempotency-Key", key)
                .body(body(year, "8.00", "8.00", ""))
                .post("/api/v1/postings")
                .then()
                .statusCode(422);
        monitoring(year).body("items[0].actual.amount", is("7.00"));
    }

    @Test
    void journals_are_paged_in_the_order_of_entry() {
        int year = newYear();
        for (String amount : List.of("1.00", "2.00", "3.00")) {
            journal(year, amount, amount, "").statusCode(201);
        }
        String path = "/api/v1/postings?limit=2&financialYear=" + code(year);
        String next = board().get(path)
                .then()
                .body("items.size()", is(2))
                .body("items[0].lines[0].debit.amount", is("1.00"))
                .body("items[1].lines[0].debit.amount", is("2.00"))
                .extract()
                .path("next");
        assertThat(next).isNotNull();
        board().get(path + "&cursor=" + next).then().body("items.size()", is(1)).body("next", nullValue());
        board().get(path + "&cursor=nonsense").then().statusCode(400);
    }

    @Test
    void tc45_the_database_refuses_an_unbalanced_journal_from_the_service_itself() {
        assertThatThrownBy(() -> inScope("*", h -> insertJournal(h, 100, -99)))
                .hasStackTraceContaining("out by 1 pence");
        assertThatThrownBy(() -> inScope("*", h -> insertJournal(h, 100))).hasStackTraceContaining("1 of 2 lines");
        assertThatCode(() -> inScope("*", h -> insertJournal(h, 100, -100))).doesNotThrowAnyException();
    }

    @Test
    void tc45_lines_cannot_be_added_later_nor_changed_nor_removed_even_by_the_owner() {
        UUID kept = inScope("*", h -> insertJournal(h, 100, -100));
        assertThatThrownBy(() -> inScope("*", h -> {
                    insertLine(h, kept, 3, 50);
                    insertLine(h, kept, 4, -50);
                    return kept;
                }))
                .hasStackTraceContaining("4 of 2 lines");
        assertThatThrownBy(() -> inScope("*", h -> h.execute("update posting set amount_pence = 1")))
                .hasStackTraceContaining("permission denied");
        Jdbi owner = Jdbi.create(url, "finance_owner", "finance_owner");
        assertThatThrownBy(() -> owner.useHandle(h -> h.execute("delete from journal")))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> owner.useHandle(h -> h.execute("truncate posting, journal cascade")))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void row_security_hides_what_belongs_to_others_even_from_the_services_own_sql() {
        assertThat(count("", "scheme_weight")).isZero();
        assertThat(count("", "posting")).isZero();
        assertThat(count("LBL", "scheme_weight where partner <> 'LBL'")).isZero();
        assertThat(count("LBL", "scheme_weight")).isPositive();
        assertThat(count("LBL", "posting where partner is distinct from 'LBL'")).isZero();
        assertThat(count("*", "posting")).isPositive();
        assertThatThrownBy(() -> inScope("LBL", h -> insertJournal(h, 100, -100)))
                .hasStackTraceContaining("row-level security");
    }

    private int count(String scope, String from) {
        return inScope(scope, h -> h.createQuery("select count(*) from " + from)
                .mapTo(Integer.class)
                .one());
    }

    private <T> T inScope(String scope, java.util.function.Function<Handle, T> work) {
        PartnerScope named = scope.isEmpty() ? PartnerScope.NONE : PartnerScope.of(List.of(scope.split(",")));
        return db.as(named).write(work);
    }

    private static UUID insertJournal(Handle h, long... pence) {
        UUID id = UUID.randomUUID();
        h.execute(
                "insert into journal (id, posted_on, financial_year, period, description, line_count, recorded_by)"
                        + " values (?, '2018-05-01', '2018-19', 2, 'direct', 2, 'test')",
                id);
        for (int i = 0; i < pence.length; i++) {
            insertLine(h, id, i + 1, pence[i]);
        }
        return id;
    }

    private static void insertLine(Handle h, UUID journal, int line, long pence) {
        h.execute(
                "insert into posting (journal, line, account, financial_year, amount_pence)"
                        + " values (?, ?, 'CASH', '2018-19', ?)",
                journal,
                line,
                pence);
    }

    private static int newYear() {
        int year = YEARS.getAndIncrement();
        budgetOf(code(year));
        line(code(year), "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
        return year;
    }

    private static String code(int year) {
        return year + "-" + (year + 1) % 100;
    }

    private static ValidatableResponse monitoring(int year) {
        return board().get("/api/v1/budget-monitoring?financialYear=" + code(year))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse journal(int year, String debit, String credit, String partner) {
        return post("postings", body(year, debit, credit, partner));
    }

    private static String body(int year, String debit, String credit, String partner) {
        return ("{\"date\":\"%d-05-10\",\"description\":\"d\",\"lines\":["
                        + "{\"account\":\"EXPENDITURE\",\"budgetLine\":\"BASE\",%s\"debit\":%s},"
                        + "{\"account\":\"CREDITORS\",\"credit\":%s}]}")
                .formatted(year, partner, money(debit), money(credit));
    }
}
