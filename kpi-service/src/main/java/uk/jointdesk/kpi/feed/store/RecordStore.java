package uk.jointdesk.kpi.feed.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.kpi.feed.domain.OpenSpell;
import uk.jointdesk.kpi.feed.domain.TicketRecord;
import uk.jointdesk.servicelevel.agreement.Metric;

/** What follows from the facts of a ticket: rows that can be thrown away and folded again at any time. */
final class RecordStore {

    /** Local days are worked out here; SQL only compares them. */
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private record Row(TicketRecord ticket, int number, OpenSpell spell) {}

    private static final Columns<Row> SPELL = new Columns<Row>()
            .text("ticket", row -> row.ticket.ticket())
            .typed("number", "integer", Row::number)
            .text("partner", row -> row.spell.partner())
            .text("type", row -> row.ticket.attributes().type())
            .text("priority", row -> row.ticket.attributes().priority())
            .text("queue", row -> row.ticket.attributes().queue())
            .text("organisation", row -> row.ticket.organisation())
            .text("category", row -> row.ticket.attributes().category())
            .text("hold", row -> row.spell.hold())
            .typed("logged_at", "timestamptz", row -> row.ticket.loggedAt())
            .typed("logged_on", "date", day(row -> row.ticket.loggedAt()))
            .typed("triaged_at", "timestamptz", row -> row.ticket.triagedAt())
            .typed("started_at", "timestamptz", row -> row.spell.startedAt())
            .typed("started_on", "date", day(row -> row.spell.startedAt()))
            .text("entered", row -> row.spell.entered().name())
            .typed("ended_at", "timestamptz", row -> row.spell.endedAt())
            .typed("ended_on", "date", day(row -> row.spell.endedAt()))
            .typed("left_by", "text", row -> row.spell.leftBy())
            .typed("undone", "boolean", row -> row.ticket.isUndone(row.number));

    private RecordStore() {}

    /** Puts these records in the place of whatever was known of the tickets; a ticket may have none any more. */
    static void replace(Handle handle, Set<String> tickets, Collection<TicketRecord> records) {
        delete(handle, "open_spell", tickets);
        AnswerStore.replace(handle, tickets, records);
        Set<String> withoutRecord = new HashSet<>(tickets);
        records.forEach(record -> withoutRecord.remove(record.ticket()));
        delete(handle, "ticket_fact", withoutRecord);
        Columns<TicketRecord> columns = columns(BasisNumbers.of(
                handle,
                Metric.RESOLUTION,
                records.stream().map(TicketRecord::judgement).toList()));
        columns.insert(handle, "ticket_fact", "on conflict (ticket) do update set " + columns.assignments(), records);
        SPELL.insert(handle, "open_spell", "", rows(records));
    }

    private static Columns<TicketRecord> columns(BasisNumbers numbers) {
        return new Columns<TicketRecord>()
                .text("ticket", TicketRecord::ticket)
                .text("partner", ticket -> ticket.attributes().partner())
                .text("type", ticket -> ticket.attributes().type())
                .text("priority", ticket -> ticket.attributes().priority())
                .text("queue", ticket -> ticket.attributes().queue())
                .text("category", ticket -> ticket.attributes().category())
                .text("catalogue_item", ticket -> ticket.attributes().catalogueItem())
                .text("organisation", TicketRecord::organisation)
                .text("source", TicketRecord::source)
                .text("source_reference", TicketRecord::sourceReference)
                .text("status", TicketRecord::status)
                .typed("logged_at", "timestamptz", TicketRecord::loggedAt)
                .typed("resolved_at", "timestamptz", RecordStore::resolvedAt)
                .typed("closed_at", "timestamptz", TicketRecord::closedAt)
                .typed("reopen_count", "integer", TicketRecord::reopenCount)
                .text("outcome", ticket -> ticket.judgement().outcome().name())
                .typed("counted_on", "date", day(ticket -> ticket.judgement().overAt()))
                .typed("closed_on", "date", day(TicketRecord::closedAt))
                .text("interruptions", ticket -> ticket.interruptions()
                        .map(Interruptions::toString)
                        .orElse(null))
                .text("bulk_closure", TicketRecord::bulkClosure)
                .typed("consumed_millis", "bigint", ticket -> ticket.judgement().consumedMillis())
                .typed("basis", "integer", ticket -> numbers.of(ticket.judgement()));
    }

    static void delete(Handle handle, String table, Set<String> tickets) {
        if (!tickets.isEmpty()) {
            handle.createUpdate("delete from " + table + " where ticket = any(:tickets)")
                    .bindArray("tickets", String.class, tickets)
                    .execute();
        }
    }

    private static List<Row> rows(Collection<TicketRecord> records) {
        List<Row> rows = new ArrayList<>();
        for (TicketRecord ticket : records) {
            for (int number = 0; number < ticket.spells().size(); number++) {
                rows.add(new Row(ticket, number, ticket.spells().get(number)));
            }
        }
        return rows;
    }

    private static Instant resolvedAt(TicketRecord ticket) {
        Outcome outcome = ticket.judgement().outcome();
        return outcome.isResolved() ? ticket.judgement().overAt() : null;
    }

    static <T> Function<T, Object> day(Function<T, Instant> instant) {
        return row -> {
            Instant at = instant.apply(row);
            return at == null ? null : LocalDate.ofInstant(at, LONDON);
        };
    }
}
