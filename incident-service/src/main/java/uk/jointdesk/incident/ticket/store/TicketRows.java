package uk.jointdesk.incident.ticket.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import uk.jointdesk.incident.ticket.domain.Answered;
import uk.jointdesk.incident.ticket.domain.Clocked;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Handling;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.servicelevel.clock.SlaState;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** The rows that lists read: each the fold of its ticket's events, written whenever those grow. */
final class TicketRows {

    private static final String COLUMNS = "reference, partner, status, type, priority, title, description, category,"
            + " catalogue_item, queue, requester, hold_reason, merged_into, ordered_at, logged_at, resolved_at, closed_at,"
            + " reopen_count, sla_state, target_minutes, due_at, breached_at, breaches_at, responded_at, response_state,"
            + " response_target_minutes, response_due_at, response_breached_at, response_breaches_at, version, service, assignee";
    private static final String VALUES = "unnest(:reference, :partner, :status, :type, :priority, :title, :description,"
            + " :category, :item, :queue, :requester, :holdReason, :mergedInto, :orderedAt, :loggedAt, :resolvedAt, :closedAt,"
            + " :reopenCount, :slaState, :target, :dueAt, :breachedAt, :breachesAt, :respondedAt,"
            + " :responseState, :responseTarget, :responseDueAt, :responseBreachedAt, :responseBreachesAt, :version,"
            + " :service, :assignee) as n("
            + COLUMNS + ")";
    private static final String INSERT = "insert into ticket (" + COLUMNS
            + ", source, source_reference, created_by_import, touched_by_import)"
            + " select n.*, s.source, s.source_reference, cast(:import as uuid), cast(:import as uuid) from " + VALUES
            + " join unnest(:reference, :source, :sourceReference) as s(reference, source, source_reference)"
            + " on s.reference = n.reference order by n.reference"
            + " on conflict (source, source_reference) where source is not null do nothing returning reference";
    private static final String UPDATE = "update ticket t set (partner, status, type, priority, title, description,"
            + " category, catalogue_item, queue, requester, hold_reason, merged_into, ordered_at, logged_at, resolved_at,"
            + " closed_at, reopen_count, sla_state, target_minutes, due_at, breached_at, breaches_at, responded_at,"
            + " response_state, response_target_minutes, response_due_at, response_breached_at, response_breaches_at, version,"
            + " service, assignee, touched_by_import) = (n.partner, n.status, n.type, n.priority, n.title, n.description,"
            + " n.category, n.catalogue_item, n.queue, n.requester, n.hold_reason, n.merged_into, n.ordered_at, n.logged_at,"
            + " n.resolved_at, n.closed_at, n.reopen_count, n.sla_state, n.target_minutes, n.due_at, n.breached_at,"
            + " n.breaches_at, n.responded_at, n.response_state, n.response_target_minutes, n.response_due_at,"
            + " n.response_breached_at, n.response_breaches_at, n.version, n.service, n.assignee,"
            + " coalesce(cast(:import as uuid), t.touched_by_import)) from "
            + VALUES
            + " where t.reference = n.reference";

    private TicketRows() {}

    /** Inserts new tickets and tells which went in; a desk's ticket that is there already stays as it is. */
    static Set<String> insert(Handle handle, List<Ticket> tickets, UUID importId) {
        if (tickets.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(bind(handle.createQuery(INSERT), tickets)
                .bind("import", importId)
                .bind("source", Rows.texts(tickets, ticket -> ticket.identity().source()))
                .bind("sourceReference", Rows.texts(tickets, ticket -> ticket.identity()
                        .sourceReference()))
                .mapTo(String.class)
                .list());
    }

    static void update(Handle handle, List<Ticket> tickets, UUID importId) {
        if (!tickets.isEmpty()) {
            bind(handle.createUpdate(UPDATE), tickets).bind("import", importId).execute();
        }
    }

    static Optional<Ticket> find(Handle handle, String reference, boolean lock) {
        return handle.createQuery("select * from ticket where reference = :reference" + (lock ? " for update" : ""))
                .bind("reference", reference)
                .map((row, context) -> ticket(row))
                .findOne();
    }

    /** Always in the same order, so that two batches cannot wait for each other. */
    static List<Ticket> find(Handle handle, Collection<String> references, boolean lock) {
        return handle.createQuery("select * from ticket where reference = any(:references) order by reference"
                        + (lock ? " for update" : ""))
                .bindArray("references", String.class, references.toArray())
                .map((row, context) -> ticket(row))
                .list();
    }

    /** A row that a batch will write to. */
    record Locked(Ticket ticket, UUID createdBy, UUID touchedBy) {}

    /** Locks a desk's tickets, always in the same order, so that two batches cannot wait for each other. */
    static List<Locked> lock(Handle handle, String source, Collection<String> sourceReferences) {
        return handle.createQuery("select * from ticket where source = :source and source_reference = any(:references)"
                        + " order by reference for update")
                .bind("source", source)
                .bindArray("references", String.class, sourceReferences.toArray())
                .map((row, context) -> new Locked(
                        ticket(row),
                        row.getObject("created_by_import", UUID.class),
                        row.getObject("touched_by_import", UUID.class)))
                .list();
    }

    static Set<String> known(Handle handle, String source, Collection<String> sourceReferences) {
        return handle.createQuery("select source_reference from ticket"
                        + " where source = :source and source_reference = any(:references)")
                .bind("source", source)
                .bindArray("references", String.class, sourceReferences.toArray())
                .mapTo(String.class)
                .set();
    }

    static Ticket ticket(ResultSet row) throws SQLException {
        String partner = row.getString("partner");
        return new Ticket(
                new Ticket.Identity(
                        row.getString("reference"), row.getString("source"), row.getString("source_reference")),
                partner,
                TicketStatus.valueOf(row.getString("status")),
                new Said(
                        row.getString("type"),
                        row.getString("priority"),
                        partner,
                        row.getString("queue"),
                        row.getString("category"),
                        row.getString("catalogue_item")),
                new Detail(
                        row.getString("title"),
                        row.getString("description"),
                        row.getString("requester"),
                        null,
                        null,
                        new Handling(row.getString("service"), row.getString("assignee"), null, null)),
                row.getString("hold_reason"),
                row.getString("merged_into"),
                Rows.instant(row, "ordered_at"),
                Rows.instant(row, "logged_at"),
                Rows.instant(row, "resolved_at"),
                Rows.instant(row, "closed_at"),
                row.getInt("reopen_count"),
                clock(row),
                answered(row),
                row.getLong("version"));
    }

    private static Clocked clock(ResultSet row) throws SQLException {
        return new Clocked(
                SlaState.valueOf(row.getString("sla_state")),
                row.getObject("target_minutes", Long.class),
                Rows.instant(row, "due_at"),
                Rows.instant(row, "breached_at"),
                Rows.instant(row, "breaches_at"));
    }

    private static Answered answered(ResultSet row) throws SQLException {
        return new Answered(
                Rows.instant(row, "responded_at"),
                new Clocked(
                        SlaState.valueOf(row.getString("response_state")),
                        row.getObject("response_target_minutes", Long.class),
                        Rows.instant(row, "response_due_at"),
                        Rows.instant(row, "response_breached_at"),
                        Rows.instant(row, "response_breaches_at")));
    }

    private static <S extends SqlStatement<S>> S bindAnswered(S statement, List<Answered> rows) {
        return statement
                .bind("respondedAt", Rows.instants(rows, Answered::at))
                .bind(
                        "responseState",
                        Rows.texts(rows, answered -> answered.clock().state().name()))
                .bind("responseTarget", Rows.optionalNumbers(rows, answered -> answered.clock()
                        .targetMinutes()))
                .bind("responseDueAt", Rows.instants(rows, answered -> answered.clock()
                        .dueAt()))
                .bind("responseBreachedAt", Rows.instants(rows, answered -> answered.clock()
                        .breachedAt()))
                .bind("responseBreachesAt", Rows.instants(rows, answered -> answered.clock()
                        .breachesAt()));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<Ticket> rows) {
        return bindAnswered(statement, rows.stream().map(Ticket::answered).toList())
                .bind("reference", Rows.texts(rows, ticket -> ticket.identity().reference()))
                .bind("partner", Rows.texts(rows, Ticket::partner))
                .bind("status", Rows.texts(rows, ticket -> ticket.status().name()))
                .bind("type", Rows.texts(rows, ticket -> ticket.said().type()))
                .bind("priority", Rows.texts(rows, ticket -> ticket.said().priority()))
                .bind("title", Rows.texts(rows, ticket -> ticket.detail().title()))
                .bind("description", Rows.texts(rows, ticket -> ticket.detail().description()))
                .bind("category", Rows.texts(rows, ticket -> ticket.said().category()))
                .bind("item", Rows.texts(rows, ticket -> ticket.said().catalogueItem()))
                .bind("queue", Rows.texts(rows, ticket -> ticket.said().queue()))
                .bind("requester", Rows.texts(rows, ticket -> ticket.detail().requester()))
                .bind("holdReason", Rows.texts(rows, Ticket::holdReason))
                .bind("mergedInto", Rows.texts(rows, Ticket::mergedInto))
                .bind("orderedAt", Rows.instants(rows, Ticket::orderedAt))
                .bind("loggedAt", Rows.instants(rows, Ticket::loggedAt))
                .bind("resolvedAt", Rows.instants(rows, Ticket::resolvedAt))
                .bind("closedAt", Rows.instants(rows, Ticket::closedAt))
                .bind("reopenCount", Rows.numbers(rows, Ticket::reopenCount))
                .bind(
                        "slaState",
                        Rows.texts(rows, ticket -> ticket.clock().state().name()))
                .bind("target", Rows.optionalNumbers(rows, ticket -> ticket.clock()
                        .targetMinutes()))
                .bind("dueAt", Rows.instants(rows, ticket -> ticket.clock().dueAt()))
                .bind("breachedAt", Rows.instants(rows, ticket -> ticket.clock().breachedAt()))
                .bind("breachesAt", Rows.instants(rows, ticket -> ticket.clock().breachesAt()))
                .bind("version", Rows.numbers(rows, Ticket::version))
                .bind(
                        "service",
                        Rows.texts(
                                rows, ticket -> known(ticket.detail().handled().service())))
                .bind(
                        "assignee",
                        Rows.texts(
                                rows, ticket -> known(ticket.detail().handled().assignee())));
    }

    private static String known(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
