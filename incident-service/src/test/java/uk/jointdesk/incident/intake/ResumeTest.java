package uk.jointdesk.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.incident.intake.domain.IntakeSource;
import uk.jointdesk.incident.intake.domain.Row;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.intake.store.ImportBatches;
import uk.jointdesk.incident.intake.store.ImportBody;
import uk.jointdesk.incident.intake.store.ImportLeases.Lease;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.testkit.Tokens;

/** A worker dies in the middle; another goes on, and the end is as if nothing had happened. */
@QuarkusTest
class ResumeTest extends OverHttp {

    private static final int ROWS = 1_000;

    @Inject
    ImportBatches batches;

    @Inject
    ImportBody bodies;

    @Inject
    Clock clock;

    @Test
    void an_import_goes_on_from_the_last_batch_that_was_committed() throws SQLException, IOException, RowRefused {
        String run = unique("IN");
        Lease dying = lease(UUID.randomUUID());
        begin(dying, body(run));
        List<Row> third = read(dying, 350);
        assertThat(batches.take(dying, third)).isTrue();
        loseTheBatchInHand(dying);
        expire(dying);

        JsonPath job = waitFor(dying.id());
        assertThat(job.getString("status")).isEqualTo("COMPLETED");
        assertThat(job.getInt("rowsRead")).isEqualTo(ROWS);
        assertThat(job.getInt("accepted")).isEqualTo(ROWS - 10);
        assertThat(job.getInt("rejected")).isEqualTo(10);
        assertThat(job.getInt("duplicates")).isZero();
        assertThat(job.getInt("ticketsCreated")).isEqualTo(ROWS - 10);
        assertThat(batches.take(dying, third))
                .as("a worker that wakes up late does nothing")
                .isFalse();
        assertThat(waitFor(dying.id()).getInt("rowsRead")).isEqualTo(ROWS);
    }

    @Test
    void the_body_is_gone_when_the_import_is_done() throws SQLException {
        Lease lease = lease(UUID.randomUUID());
        begin(lease, body(unique("IN")));
        expire(lease);
        waitFor(lease.id());
        try (Connection everybody = Database.asTheService("*")) {
            assertThat(Database.number(
                            everybody, "select count(*) from import_chunk where import = '" + lease.id() + "'"))
                    .isZero();
        }
    }

    /** What kill -9 does to a batch: its transaction is never committed. */
    private void loseTheBatchInHand(Lease dying) throws IOException, RowRefused, SQLException {
        try (Connection killed = Database.asTheService("*")) {
            killed.setAutoCommit(false);
            Database.execute(
                    killed,
                    "update import_job set rows_read = rows_read + 5, accepted = accepted + 5 where id = '" + dying.id()
                            + "'");
            killed.rollback();
        }
        assertThat(read(dying, 5)).hasSize(5);
    }

    private List<Row> read(Lease lease, int rows) throws IOException, RowRefused {
        try (InputStream body = bodies.open(lease)) {
            return new RowReader(body, lease, Set.of("LBL"), clock.instant()).next(rows);
        }
    }

    private static Lease lease(UUID owner) {
        IntakeSource source = new IntakeSource("hornbill-lbl", "hornbill-lbl", "LBL");
        PartnerScope scope = PartnerScope.of(List.of("LBL"));
        return new Lease(UUID.randomUUID(), owner, source, "ndjson", "hornbill-lbl", scope, 0, 0, 0);
    }

    private static void begin(Lease lease, String body) throws SQLException {
        try (Connection everybody = Database.asTheService("*")) {
            Database.execute(
                    everybody,
                    "insert into import_job (id, source, format, client, scope, status, received_at, lease_owner, lease_until)"
                            + " values ('%s', 'hornbill-lbl', 'ndjson', 'hornbill-lbl', '{LBL}', 'RECEIVING', now(), '%s',"
                                    .formatted(lease.id(), lease.owner())
                            + " now() + interval '1 hour')");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            int half = bytes.length / 2;
            chunk(everybody, lease, 0, java.util.Arrays.copyOf(bytes, half));
            chunk(everybody, lease, 1, java.util.Arrays.copyOfRange(bytes, half, bytes.length));
            Database.execute(everybody, "update import_job set status = 'RUNNING' where id = '" + lease.id() + "'");
        }
    }

    private static void chunk(Connection connection, Lease lease, int number, byte[] bytes) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into import_chunk (import, number, body) values (?, ?, ?)")) {
            insert.setObject(1, lease.id());
            insert.setInt(2, number);
            insert.setBytes(3, bytes);
            insert.executeUpdate();
        }
    }

    private static void expire(Lease lease) throws SQLException {
        try (Connection everybody = Database.asTheService("*")) {
            Database.execute(
                    everybody,
                    "update import_job set lease_until = now() - interval '1 second' where id = '" + lease.id() + "'");
        }
    }

    private static String body(String run) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            String event = i % 100 == 50 ? "EXPLODED" : "LOGGED";
            rows.append("{\"reference\":\"%s-%d\",\"event\":\"%s\",\"at\":\"2021-06-07T08:00:00Z\"}\n"
                    .formatted(run, i, event));
        }
        return rows.toString();
    }

    private static JsonPath waitFor(UUID id) {
        JsonPath job = as(Tokens.suite()).get("/api/v1/imports/" + id).jsonPath();
        for (int look = 0; look < 300 && "RUNNING".equals(job.getString("status")); look++) {
            pause(100);
            job = as(Tokens.suite()).get("/api/v1/imports/" + id).jsonPath();
        }
        return job;
    }
}
