package uk.jointdesk.incident.ticket.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.servicelevel.event.EventKind;

/** The append-only rows of what happened. */
@ApplicationScoped
public class EventRows {

    private static final String INSERT = """
            insert into ticket_event (ticket, digest, held_by, event, at, sequence, snapshot, type, priority, partner, queue,
              category, catalogue_item, reason, into_reference, supersedes, sender_id, detail, recorded_at, recorded_by, import,
              bulk_closure)
            select n.ticket, n.digest, n.held_by, n.event, n.at, n.sequence, n.snapshot, n.type, n.priority, n.partner,
              n.queue, n.category, n.catalogue_item, n.reason, n.into_reference, n.supersedes, n.sender_id, n.detail::jsonb,
              :recordedAt, :recordedBy, cast(:import as uuid), cast(:bulkClosure as uuid)
            from unnest(:ticket, :digest, :heldBy, :event, :at, :sequence, :snapshot, :type, :priority, :partner, :queue,
              :category, :item, :reason, :into, :supersedes, :senderId, :detail)
              as n(ticket, digest, held_by, event, at, sequence, snapshot, type, priority, partner, queue, category,
                catalogue_item, reason, into_reference, supersedes, sender_id, detail)
            """;

    private final ObjectMapper json;

    public EventRows(ObjectMapper json) {
        this.json = json;
    }

    /** A fact to be appended to a ticket, and who held the ticket just before. */
    record New(String ticket, Fact fact, byte[] digest, String heldBy) {}

    /** Who tells the facts, when, and in which import or bulk closure if any. */
    public record Provenance(String client, Instant recordedAt, UUID importId, UUID bulkClosure) {

        public Provenance(String client, Instant recordedAt, UUID importId) {
            this(client, recordedAt, importId, null);
        }
    }

    void append(Handle handle, List<New> events, Provenance provenance) {
        handle.createUpdate(INSERT)
                .bind("recordedAt", Rows.utc(provenance.recordedAt()))
                .bind("recordedBy", provenance.client())
                .bind("import", provenance.importId())
                .bind("bulkClosure", provenance.bulkClosure())
                .bind("ticket", Rows.texts(events, New::ticket))
                .bind("digest", Rows.bytes(events, New::digest))
                .bind("heldBy", Rows.texts(events, New::heldBy))
                .bind("event", Rows.texts(events, event -> event.fact().kind().name()))
                .bind("at", Rows.instants(events, event -> event.fact().at()))
                .bind("sequence", Rows.numbers(events, event -> event.fact().sequence()))
                .bind("snapshot", Rows.flags(events, event -> event.fact().snapshot()))
                .bind("type", Rows.texts(events, event -> event.fact().said().type()))
                .bind(
                        "priority",
                        Rows.texts(events, event -> event.fact().said().priority()))
                .bind("partner", Rows.texts(events, event -> event.fact().said().partner()))
                .bind("queue", Rows.texts(events, event -> event.fact().said().queue()))
                .bind(
                        "category",
                        Rows.texts(events, event -> event.fact().said().category()))
                .bind("item", Rows.texts(events, event -> event.fact().said().catalogueItem()))
                .bind("reason", Rows.texts(events, event -> event.fact().reason()))
                .bind("into", Rows.texts(events, event -> event.fact().into()))
                .bind("supersedes", Rows.texts(events, event -> event.fact().supersedes()))
                .bind("senderId", Rows.texts(events, event -> event.fact().senderId()))
                .bind("detail", Rows.texts(events, event -> write(event.fact().detail())))
                .execute();
    }

    /** What is written of these tickets, as far as the scope may read it. */
    public Map<String, List<Recorded>> of(Handle handle, Collection<String> tickets) {
        record Row(String ticket, Recorded recorded) {}
        return handle
                .createQuery("select e.*, t.source as told_source, coalesce(t.source_reference, e.ticket) as told_as"
                        + " from ticket_event e left join ticket t on t.reference = e.ticket"
                        + " where e.ticket = any(:tickets)")
                .bindArray("tickets", String.class, tickets.toArray())
                .map((row, context) -> new Row(row.getString("ticket"), recorded(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::ticket, Collectors.mapping(Row::recorded, Collectors.toList())));
    }

    private Recorded recorded(ResultSet row) throws SQLException {
        Fact fact = new Fact(
                row.getString("told_source"),
                row.getString("told_as"),
                EventKind.valueOf(row.getString("event")),
                Rows.instant(row, "at"),
                row.getLong("sequence"),
                row.getBoolean("snapshot"),
                new Said(
                        row.getString("type"),
                        row.getString("priority"),
                        row.getString("partner"),
                        row.getString("queue"),
                        row.getString("category"),
                        row.getString("catalogue_item")),
                read(row.getString("detail")),
                row.getString("reason"),
                row.getString("into_reference"),
                row.getString("supersedes"),
                row.getString("sender_id"));
        return new Recorded(
                fact,
                Fact.idOf(row.getBytes("digest")),
                Rows.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                row.getObject("bulk_closure", UUID.class));
    }

    private String write(Detail detail) {
        try {
            return detail.empty() ? null : json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a detail cannot be written", e);
        }
    }

    private Detail read(String text) {
        try {
            return text == null ? Detail.NOTHING : json.readValue(text, Detail.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored detail cannot be read", e);
        }
    }
}
