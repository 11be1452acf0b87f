package uk.jointdesk.kpi.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.servicelevel.event.EventDraft;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.testkit.Draw;

/** Drawn lives of tickets: any events in any order after the logging, some of them at one instant. */
public final class Story {

    private static final Instant START = Instant.parse("2030-12-02T09:00:00Z");

    private Story() {}

    public static List<TicketEvent> of(Draw draw) {
        List<TicketEvent> story = new ArrayList<>();
        story.add(logged(draw.oneOf("LBB", "LBS", "LH")));
        int events = draw.between(0, Math.min(draw.size(), 12));
        long minutes = 0;
        for (int i = 0; i < events; i++) {
            minutes += draw.chance(30) ? 0 : draw.between(1, 3_000);
            story.add(drawn(draw, minutes, i));
        }
        return story;
    }

    public static TicketEvent logged(String partner) {
        return event(EventKind.LOGGED, 0)
                .type("INCIDENT")
                .priority("P2")
                .partner(partner)
                .queue("Service Desk")
                .event();
    }

    public static EventDraft event(EventKind kind, long minutesAfterStart) {
        return TicketEvent.of(kind, START.plus(Duration.ofMinutes(minutesAfterStart)))
                .id(kind + "-" + minutesAfterStart);
    }

    private static TicketEvent drawn(Draw draw, long minutes, int number) {
        EventKind kind = draw.oneOf(
                EventKind.ASSIGNED,
                EventKind.STARTED,
                EventKind.ON_HOLD,
                EventKind.RESUMED,
                EventKind.PRIORITY_CHANGED,
                EventKind.PARTNER_CHANGED,
                EventKind.RESOLVED,
                EventKind.RESOLVED,
                EventKind.REOPENED,
                EventKind.CLOSED,
                EventKind.CANCELLED,
                EventKind.MERGED,
                EventKind.RATED);
        EventDraft event =
                event(kind, minutes).id(kind + "-" + minutes + "-" + number).sequence(number);
        return switch (kind) {
            case ON_HOLD -> event.reason(draw.oneOf("AWAITING_USER", "OTHER")).event();
            case PRIORITY_CHANGED ->
                event.priority(draw.oneOf("P1", "P2", "P3", "P4")).event();
            case PARTNER_CHANGED ->
                event.partner(draw.oneOf("LBB", "LBS", "LH")).event();
            default -> event.event();
        };
    }
}
