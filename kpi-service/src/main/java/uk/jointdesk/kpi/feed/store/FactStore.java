package uk.jointdesk.kpi.feed.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;

/** The events this service has read, append-only. */
final class FactStore {

    private static final Columns<FeedEvent> EVENT = new Columns<FeedEvent>()
            .text("ticket", FeedEvent::ticket)
            .text("event_id", told -> told.event().id())
            .text("partner", told -> told.event().partner())
            .text("source", FeedEvent::source)
            .text("source_reference", FeedEvent::sourceReference)
            .text("event", told -> told.event().kind().name())
            .typed("at", "timestamptz", told -> told.event().at())
            .typed("sequence", "bigint", told -> told.event().sequence())
            .typed("snapshot", "boolean", told -> told.event().snapshot())
            .typed("recorded_at", "timestamptz", FeedEvent::recordedAt)
            .text("type", told -> told.event().type())
            .text("priority", told -> told.event().priority())
            .typed("unattributed", "boolean", FeedEvent::unattributed)
            .text("queue", told -> told.event().queue())
            .text("category", told -> told.event().category())
            .text("catalogue_item", told -> told.event().catalogueItem())
            .text("reason", told -> told.event().holdReason())
            .text("into_ticket", told -> told.event().into())
            .text("supersedes", told -> told.event().supersedes())
            .text("sender_id", FeedEvent::senderId)
            .text("queue_organisation", told -> told.told().queueOrganisation())
            .typed("rating", "integer", told -> told.told().rating())
            .typed("recommend", "integer", told -> told.told().recommend())
            .text("bulk_closure", told -> told.told().bulkClosure());

    private FactStore() {}

    /** Appends events; one that is here already is left as it is. */
    static void append(Handle handle, List<FeedEvent> events) {
        EVENT.insert(handle, "fact_event", "on conflict do nothing", events);
    }

    /** All the events of these tickets, by ticket. */
    static Map<String, List<FeedEvent>> of(Handle handle, Collection<String> tickets) {
        Map<String, List<FeedEvent>> byTicket = new HashMap<>();
        handle.createQuery("select * from fact_event where ticket = any(:tickets)")
                .bindArray("tickets", String.class, tickets)
                .setFetchSize(5_000)
                .map((row, context) -> event(row))
                .forEach(told -> byTicket.computeIfAbsent(told.ticket(), ticket -> new ArrayList<>())
                        .add(told));
        return byTicket;
    }

    private static FeedEvent event(ResultSet row) throws SQLException {
        return new FeedEvent(
                row.getString("ticket"),
                row.getString("source"),
                row.getString("source_reference"),
                instant(row, "recorded_at"),
                row.getBoolean("unattributed"),
                row.getString("sender_id"),
                new FeedEvent.Told(
                        row.getString("queue_organisation"),
                        row.getObject("rating", Integer.class),
                        row.getObject("recommend", Integer.class),
                        row.getString("bulk_closure")),
                ticketEvent(row));
    }

    private static TicketEvent ticketEvent(ResultSet row) throws SQLException {
        return new TicketEvent(
                EventKind.valueOf(row.getString("event")),
                instant(row, "at"),
                row.getLong("sequence"),
                row.getBoolean("snapshot"),
                row.getString("type"),
                row.getString("priority"),
                row.getString("partner"),
                row.getString("queue"),
                row.getString("category"),
                row.getString("catalogue_item"),
                row.getString("reason"),
                row.getString("into_ticket"),
                row.getString("supersedes"),
                row.getString("event_id"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
