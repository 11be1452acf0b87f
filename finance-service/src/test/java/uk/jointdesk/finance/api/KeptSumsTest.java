package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.posting.store.KeptSums;
import uk.jointdesk.finance.posting.store.PostedCosts;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The sums that statements are read from are those of the postings, whoever posts and whenever they are folded. */
@QuarkusTest
class KeptSumsTest extends ServiceTest {
    private static final FinancialYear YEAR = new FinancialYear(2074);
    private static final String DIFFERENCES = "with kept as (select partner, financial_year, budget_line, period,"
            + " sum(amount_pence)::bigint as pence from (select partner, financial_year, budget_line, period, amount_pence"
            + " from posted_sum union all select partner, financial_year, budget_line, period, amount_pence"
            + " from posted_addition) as all_of_them group by 1, 2, 3, 4),"
            + " plain as (select coalesce(p.partner, ''), j.financial_year, p.budget_line, j.period,"
            + " sum(p.amount_pence)::bigint from posting p join journal j on j.id = p.journal"
            + " where p.budget_line is not null group by 1, 2, 3, 4)"
            + " select count(*) from ((table kept except table plain) union all (table plain except table kept))"
            + " as differences";
    private static final int CLIENTS = 16;
    private static final int EACH = 12;

    @Inject
    ScopedDb db;

    @Inject
    KeptSums sums;

    @Inject
    PostedCosts costs;

    @BeforeEach
    void the_year_is_open() {
        if (board().get("/api/v1/budgets/" + YEAR.code()).statusCode() == 404) {
            budgetOf(YEAR.code());
            line(YEAR.code(), "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
        }
    }

    @Test
    void sums_are_those_of_the_postings_before_and_after_folding() {
        post("postings", journal(5, "", "100.01")).statusCode(201);
        post("postings", journal(6, "\"partner\":\"LH\",", "7.07")).statusCode(201);
        String id = post("postings", journal(6, "", "3.00")).extract().path("id");
        post("postings", "{\"date\":\"2074-06-30\",\"description\":\"undone\",\"reverses\":\"" + id + "\"}")
                .statusCode(201);
        assertKeptIsPlain();
        sums.fold();
        assertThat(count("posted_addition where financial_year = '2074-75'")).isZero();
        assertKeptIsPlain();
        post("postings", journal(5, "", "0.09")).statusCode(201);
        assertKeptIsPlain();
    }

    @Test
    void sixteen_clients_post_while_sums_are_folded_and_read_and_no_penny_is_counted_twice_or_lost() throws Exception {
        AtomicBoolean posting = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 2);
        try {
            Future<?> folder = clients.submit(() -> {
                while (posting.get()) {
                    sums.fold();
                }
            });
            Future<?> reader = clients.submit(() -> {
                while (posting.get()) {
                    assertKeptIsPlain();
                }
            });
            List<? extends Future<?>> posters = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> clients.submit(() -> IntStream.range(0, EACH)
                            .forEach(i -> post("postings", journal(4 + client % 8, "", "1." + (10 + i)))
                                    .statusCode(201))))
                    .toList();
            for (Future<?> poster : posters) {
                poster.get();
            }
            posting.set(false);
            folder.get();
            reader.get();
        } finally {
            posting.set(false);
            clients.shutdownNow();
        }
        assertKeptIsPlain();
        sums.fold();
        assertKeptIsPlain();
    }

    @Test
    void the_published_years_were_summed_when_the_table_was_made() {
        assertThat(costs.of(new FinancialYear(2020), Period.CLOSING))
                .extracting(cost -> cost.line() + " P" + cost.period().number() + " " + cost.amount())
                .contains("BASE P12 14598500.00", "COVID P12 954800.00");
    }

    @Test
    void the_application_may_read_the_sums_and_change_them_in_no_other_way_than_by_posting() {
        for (String change : List.of(
                "update posted_sum set amount_pence = 1",
                "delete from posted_addition",
                "insert into posted_sum values ('', '2074-75', 'BASE', 1, 1)")) {
            assertThatThrownBy(() -> db.as(PartnerScope.ALL).run(h -> h.execute(change)))
                    .hasStackTraceContaining("permission denied");
        }
        int ofOthers = db.as(PartnerScope.of(List.of("LBL")))
                .read(h -> h.createQuery("select count(*) from posted_sum where partner <> 'LBL'")
                        .mapTo(Integer.class)
                        .one());
        assertThat(ofOthers).isZero();
    }

    /** One SQL statement looks at both, so that nothing is posted between. */
    private void assertKeptIsPlain() {
        int different = db.as(PartnerScope.ALL)
                .read(h -> h.createQuery(DIFFERENCES).mapTo(Integer.class).one());
        assertThat(different).isZero();
    }

    private int count(String from) {
        return db.as(PartnerScope.ALL).read(h -> h.createQuery("select count(*) from " + from)
                .mapTo(Integer.class)
                .one());
    }

    private static String journal(int month, String partner, String amount) {
        return ("{\"date\":\"2074-%02d-10\",\"description\":\"d\",\"lines\":["
                        + "{\"account\":\"EXPENDITURE\",\"budgetLine\":\"BASE\",%s\"debit\":%s},"
                        + "{\"account\":\"CREDITORS\",\"credit\":%s}]}")
                .formatted(month, partner, money(amount), money(amount));
    }
}
