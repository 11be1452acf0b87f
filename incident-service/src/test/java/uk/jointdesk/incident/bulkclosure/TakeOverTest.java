package uk.jointdesk.incident.bulkclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.incident.bulkclosure.domain.BulkClosure.Status;
import uk.jointdesk.incident.bulkclosure.store.BulkClosureBatches;
import uk.jointdesk.incident.bulkclosure.store.BulkClosureLeases.Lease;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.testkit.Tokens;

/** A worker dies in the middle of a bulk closure; another goes on with what is left. */
@QuarkusTest
class TakeOverTest extends OverHttp {

    @Inject
    BulkClosureBatches batches;

    @Test
    void what_a_dead_worker_left_is_closed_once_by_another() throws SQLException {
        Lease dying = new Lease(UUID.randomUUID(), UUID.randomUUID(), Status.RUNNING, PartnerScope.ALL, "desk");
        String done = opened("LBL", "");
        String left = opened("LBL", "");
        try (Connection service = Database.asTheService("*")) {
            Database.execute(
                    service,
                    "insert into bulk_closure (id, status, scope, client, reason, authoriser,"
                            + " requested_at, lease_owner, lease_until) values ('" + dying.id()
                            + "', 'RUNNING', '{*}', 'desk', 'old', 'head-of-service', now(), '" + dying.owner()
                            + "', now() + interval '1 hour')");
            choose(service, dying, done);
            assertThat(batches.next(dying)).isTrue();
            choose(service, dying, left);
            Database.execute(
                    service,
                    "update bulk_closure set lease_until = now() - interval '1 second' where id = '" + dying.id()
                            + "'");
        }
        JsonPath closure = BulkClosing.waitFor(Tokens.desk(), dying.id().toString(), "COMPLETED");
        assertThat(closure.getInt("totals.closed")).isEqualTo(2);
        for (String reference : new String[] {done, left}) {
            JsonPath ticket = as(Tokens.desk())
                    .get("/api/v1/tickets/" + reference)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(ticket.getString("status")).isEqualTo("CLOSED");
            assertThat(ticket.getInt("version")).isEqualTo(2);
        }
        assertThat(batches.next(dying))
                .as("a worker that wakes up late does nothing")
                .isFalse();
    }

    private static void choose(Connection service, Lease lease, String reference) throws SQLException {
        Database.execute(
                service,
                "insert into bulk_closure_ticket (closure, reference, partner, priority, age, chosen_version,"
                        + " chosen_status, state) values ('" + lease.id() + "', '" + reference
                        + "', 'LBL', 'P2', 'UP_TO_7_DAYS', 1, 'NEW', 'PENDING')");
    }
}
