package uk.jointdesk.incident.ticket.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** A change of rules judges open tickets again by the batch, however many there are. */
@QuarkusTest
class JudgedAgainTest extends OverHttp {

    @Inject
    ScopedDb db;

    @Inject
    OpenTickets open;

    @Inject
    Clock clock;

    @Test
    void many_tickets_take_as_many_statements_as_one() {
        List<String> many =
                Stream.generate(() -> opened("LBL", "")).limit(12).sorted().toList();
        statements(many.subList(0, 1));
        int ofOne = statements(many.subList(0, 1));
        assertThat(statements(many)).as("at most the one that writes them").isLessThanOrEqualTo(ofOne + 1);
    }

    private int statements(List<String> references) {
        return db.as(PartnerScope.ALL).write(handle -> {
            AtomicInteger count = new AtomicInteger();
            handle.setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext statement) {
                    count.incrementAndGet();
                }
            });
            List<Ticket> judged = open.judgeAgain(handle, references, clock.instant());
            assertThat(judged)
                    .extracting(ticket -> ticket.identity().reference())
                    .containsExactlyElementsOf(references);
            return count.get();
        });
    }
}
