package uk.jointdesk.incident.escalation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.escalation.domain.Due;
import uk.jointdesk.incident.escalation.domain.QuietHours;
import uk.jointdesk.incident.escalation.store.EscalationRows.Told;
import uk.jointdesk.incident.notification.Outbox;
import uk.jointdesk.incident.rules.store.RulesInForce;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.servicelevel.agreement.RuleBook;

/**
 * Announces the thresholds that are due, each exactly once whatever happens: the announcement is written down under a key
 * that admits one, handed to delivery and taken off the list in one transaction. Any number of replicas do this at once,
 * each with what the others have not taken. One that dies leaves what it had in hand as it was; a clock that jumps finds
 * what was announced announced.
 */
@ApplicationScoped
public class Announcer {

    private static final int MOST = 200;

    private final ScopedDb db;
    private final RulesInForce rules;
    private final Clock clock;
    private final Outbox outbox;

    public Announcer(ScopedDb db, RulesInForce rules, Clock clock, Outbox outbox) {
        this.db = db;
        this.rules = rules;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Announces all that is due by now, and gives how much that was. */
    public int announce() {
        int all = 0;
        int some = MOST;
        while (some == MOST) {
            some = db.as(PartnerScope.ALL).write(this::announceSome);
            all += some;
        }
        return all;
    }

    private int announceSome(Handle handle) {
        Instant now = clock.instant();
        List<Due> due = new ArrayList<>(DueRows.take(handle, now, MOST, false));
        due.addAll(DueRows.take(handle, now, MOST - due.size(), true));
        if (!due.isEmpty()) {
            RuleBook book = rules.read(handle);
            List<Told> told = due.stream()
                    .map(each -> new Told(each, deliverAfter(each, book, now)))
                    .toList();
            Set<UUID> fresh = EscalationRows.append(handle, told, now);
            told.stream()
                    .filter(each -> fresh.contains(each.due().announcementId()) && each.deliverAfter() != null)
                    .forEach(each -> deliver(handle, each, now));
            DueRows.remove(handle, due);
        }
        return due.size();
    }

    private void deliver(Handle handle, Told told, Instant now) {
        outbox.put(handle, Announcements.of(told, now));
    }

    private static Instant deliverAfter(Due due, RuleBook book, Instant now) {
        return due.late() ? null : QuietHours.deliverAfter(book.calendarOf(due.partner()), now);
    }
}
