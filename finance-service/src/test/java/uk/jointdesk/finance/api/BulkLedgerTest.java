package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** Journals that are written many at once keep the balance as those that are written one by one, whoever writes. */
@QuarkusTest
class BulkLedgerTest extends ServiceTest {
    private static final String YEAR = "2048-49";
    private static final String JOURNALS = """
            with ids as (select gen_random_uuid() as id, n from generate_series(1, :journals) as n),
            added as (
              insert into journal (id, posted_on, financial_year, period, description, line_count, recorded_by)
              select id, '2018-05-01', '2018-19', 2, 'bulk', 2, 'test' from ids)
            insert into posting (journal, line, account, financial_year, amount_pence)
            select id, line, 'CASH', '2018-19', case when line = 1 then n else -n - case when n = :wrong then 1 else 0 end end
              from ids cross join generate_series(1, 2) as line where not (line = 2 and n = :short)
            """;

    @Inject
    ScopedDb db;

    @Test
    void tc45_one_journal_in_a_thousand_that_is_out_by_a_penny_lets_none_of_them_in() {
        assertThatCode(() -> bulk(1000, 0, 0)).doesNotThrowAnyException();
        long before = journals();
        assertThatThrownBy(() -> bulk(1000, 777, 0)).hasStackTraceContaining("out by -1 pence");
        assertThatThrownBy(() -> bulk(1000, 0, 777)).hasStackTraceContaining("1 of 2 lines");
        assertThat(journals()).isEqualTo(before);
    }

    @Test
    void tc45_a_journal_may_be_whole_only_at_commit_and_must_be_by_then() {
        assertThatCode(() -> owned(h -> {
                    UUID id = journal(h);
                    line(h, id, 1, "2018-19", 5);
                    line(h, id, 2, "2018-19", -5);
                }))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> owned(BulkLedgerTest::journal)).hasStackTraceContaining("0 of 2 lines");
        assertThatThrownBy(() -> owned(h -> {
                    UUID id = journal(h);
                    line(h, id, 1, "2018-19", 5);
                    h.execute("set constraints all immediate");
                }))
                .hasStackTraceContaining("1 of 2 lines");
    }

    @Test
    void tc45_lines_of_another_year_do_not_balance_a_journal() {
        assertThatThrownBy(() -> owned(h -> {
                    UUID id = journal(h);
                    line(h, id, 1, "2018-19", 5);
                    line(h, id, 2, "2020-21", -5);
                }))
                .hasStackTraceContaining("1 of another year");
    }

    @Test
    void tc45_what_waits_for_its_proof_is_out_of_the_services_reach() {
        assertThatThrownBy(() -> owned(h -> h.execute("delete from unproven_journal")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> owned(h -> h.execute("select note_unless_whole(array[]::uuid[])")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> owned(h -> h.execute("alter table posting disable trigger all")))
                .hasStackTraceContaining("must be owner");
        assertThatThrownBy(() -> owned(h -> h.execute("set session_replication_role = replica")))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void an_import_that_its_worker_left_is_gone_on_with_from_where_it_was() {
        budgetOf(YEAR);
        line(YEAR, "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
        Extracts.profile(
                "LEFT", "left", "\"date\":[\"D\"],\"net\":[\"N\"]", Extracts.codes("{\"budgetLine\":\"BASE\"}"));
        String begun = "D,N\n01/05/2048,1.00\n01/05/2048,1.00\n";
        assertThat(Extracts.taken("profile=LEFT", begun).getInt("accepted")).isEqualTo(2);
        UUID id = leftBehind(begun + "01/05/2048,1.00\n02/05/2048,5.00\n");
        JsonPath job = await().atMost(Duration.ofSeconds(60))
                .until(() -> board().get("/api/v1/postings/imports/" + id).jsonPath(), now -> !"RUNNING"
                        .equals(now.get("status")));
        assertThat(job.getString("status")).isEqualTo("COMPLETED");
        assertThat(job.getInt("accepted"))
                .as("two before the crash, two after it")
                .isEqualTo(4);
        assertThat(job.getInt("duplicates")).isZero();
        board().get("/api/v1/budget-monitoring?financialYear=" + YEAR)
                .then()
                .body("items[0].actual.amount", org.hamcrest.Matchers.is("8.00"));
    }

    /** As a worker leaves an import that was killed after its first batch: the rows are in, the lease has run out. */
    private UUID leftBehind(String body) {
        UUID id = UUID.randomUUID();
        owned(h -> {
            h.execute(
                    "insert into import_job (id, profile, profile_version, source, client, status, received_at, rows_read,"
                            + " accepted, accepted_pence, lease_owner, lease_until) values (?, 'LEFT', 1, 'left', 'finance',"
                            + " 'RUNNING', now(), 2, 2, 200, gen_random_uuid(), now() - interval '1 second')",
                    id);
            h.execute(
                    "insert into import_chunk (import, number, body) values (?, 0, ?)",
                    id,
                    body.getBytes(StandardCharsets.UTF_8));
        });
        return id;
    }

    private void bulk(int journals, int wrong, int tooShort) {
        owned(h -> h.createUpdate(JOURNALS)
                .bind("journals", journals)
                .bind("wrong", wrong)
                .bind("short", tooShort)
                .execute());
    }

    private long journals() {
        return db.as(PartnerScope.ALL).read(h -> h.createQuery("select count(*) from journal")
                .mapTo(Long.class)
                .one());
    }

    /** As the service's own role, which owns nothing. */
    private void owned(java.util.function.Consumer<Handle> work) {
        db.as(PartnerScope.ALL).run(work);
    }

    private static UUID journal(Handle h) {
        UUID id = UUID.randomUUID();
        h.execute(
                "insert into journal (id, posted_on, financial_year, period, description, line_count, recorded_by)"
                        + " values (?, '2018-05-01', '2018-19', 2, 'direct', 2, 'test')",
                id);
        return id;
    }

    private static void line(Handle h, UUID journal, int line, String year, long pence) {
        h.execute(
                "insert into posting (journal, line, account, financial_year, amount_pence) values (?, ?, 'CASH', ?, ?)",
                journal,
                line,
                year,
                pence);
    }
}
