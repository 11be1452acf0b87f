package uk.jointdesk.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.clock.SlaClock;
import uk.jointdesk.servicelevel.clock.Verdict;
import uk.jointdesk.servicelevel.event.EventDraft;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.life.TicketLife;

/** A ticket's story for a test, told step by step. */
public final class Ticket {

    private final List<TicketEvent> events = new ArrayList<>();

    private Ticket() {}

    /** An incident of Lewisham's. */
    public static Ticket logged(Instant at, String priority) {
        return new Ticket()
                .tell(TicketEvent.of(EventKind.LOGGED, at)
                        .type("INCIDENT")
                        .priority(priority)
                        .partner("LBL"));
    }

    public static Ticket logged(String at, String priority) {
        return logged(London.at(at), priority);
    }

    public Ticket tell(EventDraft event) {
        events.add(event.event());
        return this;
    }

    public Ticket tell(EventKind kind, String at) {
        return tell(TicketEvent.of(kind, London.at(at)));
    }

    public Ticket onHold(String at) {
        return onHold(at, "AWAITING_USER");
    }

    public Ticket onHold(String at, String reason) {
        return tell(TicketEvent.of(EventKind.ON_HOLD, London.at(at)).reason(reason));
    }

    public Ticket resumed(String at) {
        return tell(EventKind.RESUMED, at);
    }

    public Ticket priority(String at, String priority) {
        return tell(TicketEvent.of(EventKind.PRIORITY_CHANGED, London.at(at)).priority(priority));
    }

    public Ticket transferred(String at, String partner) {
        return tell(TicketEvent.of(EventKind.PARTNER_CHANGED, London.at(at)).partner(partner));
    }

    public Ticket resolved(String at) {
        return tell(EventKind.RESOLVED, at);
    }

    public Ticket reopened(String at) {
        return tell(EventKind.REOPENED, at);
    }

    public Ticket cancelled(String at) {
        return tell(EventKind.CANCELLED, at);
    }

    public List<TicketEvent> events() {
        return List.copyOf(events);
    }

    public TicketLife life() {
        return TicketLife.of(events);
    }

    /** The verdict at a local time. */
    public Verdict judged(ServiceLevelRules rules, String asAt) {
        return judged(rules, London.at(asAt));
    }

    public Verdict judged(ServiceLevelRules rules, Instant asAt) {
        return SlaClock.read(life(), rules, asAt);
    }
}
