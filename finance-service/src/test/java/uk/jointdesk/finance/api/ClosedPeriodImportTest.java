package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The ledger's refusals of single rows, by triggers that refuse as the ledger's own do, in a year of this test alone. */
@QuarkusTest
class ClosedPeriodImportTest extends ServiceTest {
    private static final String YEAR = "2049-50";
    private static final String REFUSALS = """
            create function refuses_for_a_test() returns trigger language plpgsql as $$
            begin
                if new.period = 2 then
                    raise exception 'P2 is closed' using errcode = 'object_not_in_prerequisite_state',
                        constraint = 'period_open';
                elsif new.description = 'Unlucky' then
                    raise exception 'not this one' using errcode = 'check_violation', constraint = 'unlucky';
                end if;
                return new;
            end $$;
            create trigger refuses_for_a_test before insert on journal
                for each row when (new.financial_year = '2049-50') execute function refuses_for_a_test()
            """;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void rows_in_a_closed_period_are_errors_and_the_others_go_in() {
        budgetOf(YEAR);
        line(YEAR, "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
        Jdbi.create(url, "finance_owner", "finance_owner").useHandle(h -> h.execute(REFUSALS));
        Extracts.profile(
                "CLOSED",
                "closed",
                "\"date\":[\"D\"],\"net\":[\"N\"],\"supplier\":[\"S\"]",
                Extracts.codes("{\"budgetLine\":\"BASE\"}"));
        JsonPath job = Extracts.taken(
                "profile=CLOSED",
                "D,N,S",
                "30/04/2049,1.00,Lucky",
                "01/05/2049,2.00,Lucky",
                "01/06/2049,4.00,Unlucky",
                "01/06/2049,8.00,Lucky",
                "31/05/2049,16.00,Lucky",
                "02/06/2049,32.00,Lucky");
        assertThat(job.getInt("accepted")).isEqualTo(3);
        assertThat(job.getString("sums.accepted.amount")).isEqualTo("41.00");
        assertThat(job.getString("sums.rejected.amount")).isEqualTo("22.00");
        assertThat(Extracts.errors(job))
                .containsExactly("2 period-closed null", "3 row-refused null", "5 period-closed null");
    }
}
