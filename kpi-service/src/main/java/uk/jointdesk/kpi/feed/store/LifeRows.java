package uk.jointdesk.kpi.feed.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.kpi.feed.domain.bulk.Life;
import uk.jointdesk.kpi.feed.domain.bulk.Lives;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.Terms;

/** Reads the lives of a month as one of their clocks sees them. What many of them share is made once. */
final class LifeRows {

    private static final String RESOLVED = """
            select ticket, logged_at, resolved_at, reopen_count, interruptions, consumed_millis, outcome, basis,
                   partner, type, priority, queue, catalogue_item
              from ticket_fact
             where counted_on between '%s' and '%s' and outcome in ('MET', 'BREACHED', 'NO_TARGET')
            """;

    /** Whose ticket it was when it was answered; what was ordered and what happened to it is known of the ticket alone. */
    private static final String ANSWERED = """
            select r.ticket, r.logged_at, r.counted_at, t.reopen_count, t.interruptions, r.consumed_millis, r.outcome,
                   r.basis, r.partner, r.type, r.priority, r.queue, t.catalogue_item
              from response_fact r join ticket_fact t on t.ticket = r.ticket
             where r.counted_on between '%s' and '%s' and r.outcome in ('MET', 'BREACHED', 'NO_TARGET')
            """;

    private static final int TICKET = 0;
    private static final int LOGGED = 1;
    private static final int ENDED = 2;
    private static final int REOPENED = 3;
    private static final int INTERRUPTIONS = 4;
    private static final int CONSUMED = 5;
    private static final int OUTCOME = 6;
    private static final int BASIS = 7;
    private static final int PARTNER = 8;
    private static final int ITEM = 12;
    private static final int COLUMNS = 13;

    private static final Interruptions NONE = new Interruptions(false, List.of());
    private static final byte[] NONE_WRITTEN = NONE.toString().getBytes(StandardCharsets.US_ASCII);

    private final Map<ByteBuffer, Terms> terms = new ConcurrentHashMap<>();

    /** @param month its first day */
    Lives read(Handle handle, Metric metric, LocalDate month) {
        List<Life> lives = new ArrayList<>();
        String query = metric == Metric.RESPONSE ? ANSWERED : RESOLVED;
        LocalDate last = month.plusMonths(1).minusDays(1);
        BinaryRow.each(
                handle,
                query.formatted(month, last),
                COLUMNS,
                row -> lives.add(life(row).seenBy(metric)));
        return Lives.of(lives);
    }

    private Life life(BinaryRow row) {
        return new Life(
                row.text(TICKET),
                terms(row),
                row.millis(LOGGED),
                row.millis(ENDED),
                row.integer(REOPENED) > 0,
                interruptions(row),
                standing(row));
    }

    private static Life.Standing standing(BinaryRow row) {
        return new Life.Standing(
                Outcome.valueOf(row.text(OUTCOME)),
                row.isNull(CONSUMED) ? Life.NO_CLOCK : row.bigint(CONSUMED),
                row.isNull(BASIS) ? Life.NO_BASIS : row.integer(BASIS));
    }

    /** The bytes of the row that had them first are kept as their key. */
    private Terms terms(BinaryRow row) {
        ByteBuffer key = row.columns(PARTNER, ITEM);
        Terms known = terms.get(key);
        return known != null ? known : terms.computeIfAbsent(key, any -> read(row));
    }

    private static Interruptions interruptions(BinaryRow row) {
        if (row.is(INTERRUPTIONS, NONE_WRITTEN)) {
            return NONE;
        }
        return row.isNull(INTERRUPTIONS) ? null : Interruptions.read(row.text(INTERRUPTIONS));
    }

    private static Terms read(BinaryRow row) {
        return new Terms(
                row.text(PARTNER), row.text(PARTNER + 1), row.text(PARTNER + 2), row.text(PARTNER + 3), row.text(ITEM));
    }
}
