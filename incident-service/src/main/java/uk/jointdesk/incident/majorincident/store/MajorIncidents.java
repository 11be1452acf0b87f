package uk.jointdesk.incident.majorincident.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.audit.AuditedRequest;
import uk.jointdesk.incident.majorincident.domain.Entry;
import uk.jointdesk.incident.majorincident.domain.EntryKind;
import uk.jointdesk.incident.majorincident.domain.LinkRole;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.majorincident.domain.MajorStatus;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.version.Version;

/** Major incidents as they go on: each step is one transaction with its line in the timeline and its announcements. */
@ApplicationScoped
public class MajorIncidents {

    private final ScopedDb db;
    private final MajorIncidentRows rows;
    private final Timeline timeline;
    private final Announcer announcer;
    private final Children children;
    private final AuditedRequest request;
    private final Caller caller;
    private final Clock clock;

    public MajorIncidents(
            ScopedDb db,
            MajorIncidentRows rows,
            Timeline timeline,
            Announcer announcer,
            Children children,
            AuditedRequest request,
            Caller caller,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.timeline = timeline;
        this.announcer = announcer;
        this.children = children;
        this.request = request;
        this.caller = caller;
        this.clock = clock;
    }

    /** A ticket to be linked, and what it is to the major incident. */
    public record Link(String ticket, LinkRole role, String pointer) {}

    /** Declares it. The partners of its tickets are affected whether they are named or not. */
    public MajorIncident declare(MajorIncident wanted, List<Link> links) {
        return db.write(handle -> {
            List<LinkedTickets.Known> known =
                    links.stream().map(link -> known(handle, link)).toList();
            MajorIncident affecting = wanted.affecting(partners(known));
            if (affecting.partners().isEmpty()) {
                throw Refusal.refused(
                        "partner-required", "Say who is affected.", new FieldError("/affectedPartners", "is required"));
            }
            MajorIncident declared = rows.insert(handle, affecting);
            request.about(declared.reference(), declared.partners());
            tell(handle, declared, Entry.of(EntryKind.DECLARED, wanted.declaredAt(), by(), wanted.title()));
            for (int place = 0; place < links.size(); place++) {
                link(handle, declared, known.get(place), links.get(place).role());
            }
            return declared;
        });
    }

    /** Changes one that stands at this version. */
    public MajorIncident change(String reference, long expectedVersion, UnaryOperator<MajorIncident> decision) {
        return db.write(handle -> {
            MajorIncident changed = rows.update(handle, decision.apply(locked(handle, reference, expectedVersion)));
            timeline.add(handle, reference, Entry.of(EntryKind.CHANGED, clock.instant(), by(), null));
            return changed;
        });
    }

    /**
     * Takes it to its next status.
     *
     * @param withTickets whether its tickets are resolved with it
     */
    public MajorIncident move(
            String reference, Long expectedVersion, MajorStatus to, String text, boolean withTickets) {
        return db.write(handle -> {
            MajorIncident now = locked(handle, reference, expectedVersion);
            checkMove(handle, now, to);
            Instant at = clock.instant();
            if (withTickets) {
                children.resolve(LinkedTickets.of(handle, reference), at);
            }
            MajorIncident moved = rows.update(handle, now.moved(to, at));
            tell(handle, moved, Entry.of(EntryKind.STATUS_CHANGED, at, by(), text == null ? to.name() : text));
            return moved;
        });
    }

    /** Writes down what was said to whom, and tells the partners affected. */
    public void say(String reference, Entry entry) {
        db.run(handle -> tell(handle, locked(handle, reference, null), entry));
    }

    /** Links a ticket. The version counts whom it affects, not the tickets: no council learns how many others have. */
    public MajorIncident link(String reference, Link wanted) {
        return db.write(handle -> {
            MajorIncident now = locked(handle, reference, null);
            LinkedTickets.Known ticket = known(handle, wanted);
            List<String> concerned = partners(List.of(ticket));
            request.about(reference, concerned);
            MajorIncident affecting = now.affecting(concerned);
            boolean grown = link(handle, now, ticket, wanted.role())
                    && !affecting.partners().equals(now.partners());
            return grown ? rows.update(handle, affecting) : now;
        });
    }

    public MajorIncident unlink(String reference, String ticket, long expectedVersion) {
        return db.write(handle -> {
            MajorIncident now = locked(handle, reference, expectedVersion);
            LinkedTickets.Known known = LinkedTickets.ticket(handle, ticket).orElseThrow(Refusal::notFound);
            if (!LinkedTickets.unlink(handle, reference, ticket)) {
                throw Refusal.notFound();
            }
            request.about(reference, partners(List.of(known)));
            Entry entry = Entry.about(known.partner(), EntryKind.TICKET_UNLINKED, clock.instant(), by(), ticket);
            timeline.add(handle, reference, entry);
            return now;
        });
    }

    MajorIncident locked(Handle handle, String reference, Long expectedVersion) {
        MajorIncident now = rows.find(handle, reference, true).orElseThrow(Refusal::notFound);
        if (expectedVersion != null) {
            Version.check(expectedVersion, now.version());
        }
        return now;
    }

    private static void checkMove(Handle handle, MajorIncident now, MajorStatus to) {
        if (now.status() == null || !now.status().next().contains(to)) {
            String from = now.status() == null
                    ? "only known from a published pack"
                    : now.status().name();
            throw Refusal.conflict(
                    "transition-not-allowed", "A major incident that is " + from + " cannot become " + to + ".");
        }
        if (to == MajorStatus.REVIEWED && (!now.review().isHeld() || now.cause().kind() == null)) {
            throw Refusal.conflict("review-incomplete", "Write down the review and the cause class first.");
        }
        if (to == MajorStatus.CLOSED && Actions.anyOpen(handle, now.reference())) {
            throw Refusal.conflict("actions-open", "An action of the review is not done yet.");
        }
    }

    private boolean link(Handle handle, MajorIncident incident, LinkedTickets.Known ticket, LinkRole role) {
        Entry entry = Entry.about(ticket.partner(), EntryKind.TICKET_LINKED, clock.instant(), by(), ticket.reference());
        boolean linked = LinkedTickets.link(handle, incident.reference(), ticket.reference(), role, entry);
        if (linked) {
            timeline.add(handle, incident.reference(), entry);
        }
        return linked;
    }

    private static LinkedTickets.Known known(Handle handle, Link link) {
        return LinkedTickets.ticket(handle, link.ticket())
                .orElseThrow(() -> Refusal.refused(
                        "ticket-unknown", "There is no such ticket.", new FieldError(link.pointer(), "is unknown")));
    }

    private static List<String> partners(List<LinkedTickets.Known> tickets) {
        return tickets.stream()
                .map(LinkedTickets.Known::partner)
                .filter(Objects::nonNull)
                .toList();
    }

    private void tell(Handle handle, MajorIncident incident, Entry entry) {
        timeline.add(handle, incident.reference(), entry);
        announcer.tell(handle, incident, entry);
    }

    private String by() {
        return caller.client();
    }
}
