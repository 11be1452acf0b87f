package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** What PostgreSQL expects of the policies that keep councils apart decides how it reads a million postings. */
@QuarkusTest
class ScopePlanTest extends ServiceTest {
    private static final int ROWS = 10_000;

    @Inject
    ScopedDb db;

    @Test
    void no_policy_lets_postgresql_guess_that_whoever_sees_everybody_sees_one_row_in_two_hundred() {
        assertThat(policies("qual not like '%CASE%'")).isEmpty();
        assertThat(policies("true")).contains("posting", "bill", "receipt", "posted_sum", "driver_value");
    }

    private List<String> policies(String which) {
        return db.as(PartnerScope.ALL).read(h -> h.createQuery("select tablename from pg_policies"
                        + " where schemaname = current_schema() and qual like '%partner = ANY%' and " + which)
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_page_is_read_from_the_index_for_whoever_sees_everybody_and_for_a_council() {
        String page = "explain select * from drawn order by partner, id limit 50";
        assertThat(plan(PartnerScope.ALL, page)).contains("Index").doesNotContain("Sort");
        assertThat(plan(PartnerScope.of(List.of("P1")), page)).contains("Index").doesNotContain("Sort");
    }

    @Test
    void a_council_sees_its_own_rows_and_nobody_any_without_a_scope() {
        String count = "select count(*) from drawn";
        assertThat(plan(PartnerScope.ALL, count)).isEqualTo(Integer.toString(ROWS));
        assertThat(plan(PartnerScope.of(List.of("P1")), count)).isEqualTo(Integer.toString(ROWS / 4));
        assertThat(plan(PartnerScope.NONE, count)).isEqualTo("0");
    }

    private String plan(PartnerScope scope, String query) {
        return drawn(
                scope,
                h -> String.join("\n", h.createQuery(query).mapTo(String.class).list()));
    }

    /** Rows of four partners under the policy that postings are under. */
    private <T> T drawn(PartnerScope scope, Function<Handle, T> asked) {
        return db.as(PartnerScope.ALL).write(h -> {
            h.execute("create temp table drawn (partner text, id integer, primary key (partner, id)) on commit drop");
            h.execute("insert into drawn select 'P' || i % 4, i from generate_series(1, " + ROWS + ") i");
            h.execute("alter table drawn enable row level security");
            h.execute("alter table drawn force row level security");
            h.execute("create policy drawn_scope on drawn using ("
                    + h.createQuery("select qual from pg_policies where policyname = 'posting_scope'")
                            .mapTo(String.class)
                            .one()
                    + ")");
            h.execute("analyze drawn");
            h.execute("select set_config('jointdesk.scope', ?, true)", scope.setting());
            return asked.apply(h);
        });
    }
}
