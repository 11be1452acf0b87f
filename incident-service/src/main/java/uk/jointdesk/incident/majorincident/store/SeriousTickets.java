package uk.jointdesk.incident.majorincident.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.majorincident.domain.SeriousTicket;
import uk.jointdesk.incident.partner.domain.Partner;
import uk.jointdesk.incident.partner.store.PartnerStore;
import uk.jointdesk.incident.rules.store.RulesInForce;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.store.EventRows;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.clock.Outcome;
import uk.jointdesk.servicelevel.clock.SlaClock;

/** The open P1 and P2 of the last days and what is escalated, found by an index that holds the open ones only. */
@ApplicationScoped
public class SeriousTickets {

    private static final int MOST = 2_000;
    private static final String OPEN = """
            select reference, partner, priority, category, catalogue_item, title, logged_at from ticket
            where priority in ('P1', 'P2') and status not in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED')
              and logged_at is not null and type is distinct from 'SERVICE_REQUEST'
              and (logged_at >= :since or reference = any(:escalated))
            order by logged_at desc, reference limit :most
            """;

    private final ScopedDb db;
    private final EventRows events;
    private final RulesInForce rules;
    private final Escalated escalated;

    public SeriousTickets(ScopedDb db, EventRows events, RulesInForce rules, Escalated escalated) {
        this.db = db;
        this.events = events;
        this.rules = rules;
        this.escalated = escalated;
    }

    private record Row(
            String reference,
            String partner,
            String priority,
            String category,
            String item,
            String title,
            Instant loggedAt) {}

    /** What everything about the tickets found rests on. */
    private record Context(
            Map<String, Outcome> clocks,
            Map<String, String> councils,
            Set<String> escalated,
            Map<String, String> majorIncidents) {}

    /**
     * @param since older tickets are looked at only when they are escalated
     * @param now when their clocks are read
     */
    public List<SeriousTicket> open(Instant since, Instant now) {
        return db.read(handle -> {
            Set<String> raised = escalated.openP1(handle);
            List<Row> rows = rows(handle, since, raised);
            List<String> references = rows.stream().map(Row::reference).toList();
            Context context = new Context(
                    clocks(handle, references, now), councils(handle), raised, LinkedTickets.among(handle, references));
            return rows.stream().map(row -> ticket(row, context)).toList();
        });
    }

    private static List<Row> rows(Handle handle, Instant since, Set<String> escalated) {
        return handle.createQuery(OPEN)
                .bind("since", Rows.utc(since))
                .bindArray("escalated", String.class, escalated.toArray())
                .bind("most", MOST)
                .map((row, context) -> row(row))
                .list();
    }

    private Map<String, Outcome> clocks(Handle handle, List<String> references, Instant now) {
        RuleBook ruleBook = rules.read(handle);
        Map<String, Outcome> clocks = new HashMap<>();
        Map<String, List<Recorded>> written = events.of(handle, references);
        written.forEach((reference, facts) ->
                clocks.put(reference, SlaClock.outcome(History.ofRecorded(facts).life(), ruleBook, now)));
        return clocks;
    }

    /** The authority behind each partner; customers that are none are left out. */
    private static Map<String, String> councils(Handle handle) {
        Map<String, String> councils = new HashMap<>();
        for (Partner partner : PartnerStore.all(handle)) {
            switch (partner.kind()) {
                case "AUTHORITY" -> councils.put(partner.code(), partner.code());
                case "SUB_BODY" -> councils.put(partner.code(), partner.parent());
                default -> councils.remove(partner.code());
            }
        }
        return councils;
    }

    private static SeriousTicket ticket(Row row, Context context) {
        Outcome clock = context.clocks().get(row.reference());
        return new SeriousTicket(
                row.reference(),
                row.partner(),
                row.partner() == null ? null : context.councils().get(row.partner()),
                row.priority(),
                row.category(),
                row.item(),
                row.title(),
                row.loggedAt(),
                clock == null ? Duration.ZERO : clock.consumed(),
                clock == null ? null : clock.target().orElse(null),
                context.escalated().contains(row.reference()),
                context.majorIncidents().get(row.reference()));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("reference"),
                row.getString("partner"),
                row.getString("priority"),
                row.getString("category"),
                row.getString("catalogue_item"),
                row.getString("title"),
                Rows.instant(row, "logged_at"));
    }
}
