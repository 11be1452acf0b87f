package uk.jointdesk.servicelevel.drawn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.jointdesk.servicelevel.agreement.Agreement;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.Coverage;
import uk.jointdesk.servicelevel.agreement.HoldReason;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.agreement.TargetRule;
import uk.jointdesk.servicelevel.event.EventDraft;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.oracle.PlainHours;
import uk.jointdesk.servicelevel.oracle.Step;
import uk.jointdesk.servicelevel.target.Percent;
import uk.jointdesk.servicelevel.target.Target;
import uk.jointdesk.testkit.Draw;

/** A ticket's story made by chance, with two partners and their hours, an agreement, and an instant to judge it at. */
public record DrawnStory(
        List<TicketEvent> events,
        Map<String, DrawnCalendar> partners,
        ChangePolicy policy,
        ReopenReading reopen,
        Instant asAt) {

    private static final List<EventKind> KINDS = List.of(
            EventKind.ASSIGNED,
            EventKind.STARTED,
            EventKind.ON_HOLD,
            EventKind.ON_HOLD,
            EventKind.ON_HOLD,
            EventKind.RESUMED,
            EventKind.RESUMED,
            EventKind.PRIORITY_CHANGED,
            EventKind.PARTNER_CHANGED,
            EventKind.RESOLVED,
            EventKind.RESOLVED,
            EventKind.REOPENED,
            EventKind.REOPENED,
            EventKind.CLOSED,
            EventKind.RESPONDED,
            EventKind.LOGGED);

    private static final List<TargetRule> TARGETS = List.of(
            rule("P1", new Target.ServiceMinutes(60)),
            rule("P2", new Target.ServiceMinutes(240)),
            rule("P3", new Target.ServiceMinutes(600)),
            rule("P4", new Target.WorkingDays(1, Target.Reading.SAME_TIME)));

    /**
     * A story of whole minutes, as the oracle can walk it. Of events that agree in instant, sequence and kind it has only
     * one: which of them is the later nobody can tell, and the product's choice is arbitrary, if always the same.
     */
    public static DrawnStory inMinutes(Draw draw) {
        DrawnStory story = draw(draw, Duration.ofMinutes(1), 70);
        List<TicketEvent> ordered = new ArrayList<>();
        for (TicketEvent event : story.events) {
            if (ordered.stream().noneMatch(earlier -> isTied(earlier, event))) {
                ordered.add(event);
            }
        }
        return new DrawnStory(ordered, story.partners, story.policy, story.reopen, story.asAt);
    }

    private static boolean isTied(TicketEvent one, TicketEvent other) {
        return one.at().equals(other.at()) && one.sequence() == other.sequence() && one.kind() == other.kind();
    }

    /** A story to the millisecond. */
    public static DrawnStory inMilliseconds(Draw draw) {
        return draw(draw, Duration.ofMillis(1), 120);
    }

    private static DrawnStory draw(Draw draw, Duration grain, long minutesPerSize) {
        Instant logged = DrawnInstants.minute(draw);
        long longest =
                (30 + minutesPerSize * draw.size()) * (Duration.ofMinutes(1).toMillis() / grain.toMillis());
        List<TicketEvent> events = new ArrayList<>();
        events.add(TicketEvent.of(EventKind.LOGGED, logged)
                .priority(priority(draw))
                .partner("LBL")
                .event());
        int more = draw.between(0, 2 + draw.size() / 4);
        for (int i = 0; i < more; i++) {
            events.add(event(draw, logged.plus(grain.multipliedBy(draw.between(-20L, longest)))));
        }
        Instant asAt = logged.plus(grain.multipliedBy(draw.between(0L, longest)));
        return new DrawnStory(
                events,
                Map.of("LBL", DrawnCalendar.any(draw), "LBS", DrawnCalendar.any(draw)),
                draw.oneOf(ChangePolicy.values()),
                draw.oneOf(ReopenReading.values()),
                asAt);
    }

    private static TicketEvent event(Draw draw, Instant at) {
        EventKind kind = draw.chance(4) ? draw.oneOf(EventKind.CANCELLED, EventKind.MERGED) : draw.oneOf(KINDS);
        EventDraft event = TicketEvent.of(kind, at).sequence(draw.between(0, 1));
        boolean snapshot = draw.chance(10);
        boolean whole = snapshot || kind == EventKind.LOGGED;
        if (kind == EventKind.ON_HOLD && draw.chance(90)) {
            event.reason(draw.oneOf(HoldReason.values()).name());
        }
        if (whole || kind == EventKind.PRIORITY_CHANGED || draw.chance(8)) {
            event.priority(priority(draw));
        }
        if (whole || kind == EventKind.PARTNER_CHANGED || draw.chance(4)) {
            event.partner(draw.oneOf("LBL", "LBS"));
        }
        return (snapshot ? event.snapshot() : event).event();
    }

    private static String priority(Draw draw) {
        return draw.oneOf("P1", "P2", "P3", "P4");
    }

    private static TargetRule rule(String priority, Target target) {
        return new TargetRule(null, priority, null, target, Percent.of(95));
    }

    public ServiceLevelRules rules() {
        Set<HoldReason> stopping = EnumSet.complementOf(EnumSet.of(HoldReason.OTHER));
        AgreementVersion version = new AgreementVersion(
                "IAA",
                1,
                Instant.EPOCH,
                null,
                Coverage.of("LBL", "LBS"),
                TARGETS,
                TARGETS,
                stopping,
                reopen,
                policy,
                List.of());
        return new RuleBook(
                List.of(new Agreement("IAA", List.of(version))),
                Map.of(
                        "LBL", partners.get("LBL").calendar(),
                        "LBS", partners.get("LBS").calendar()));
    }

    public Map<String, PlainHours> hours() {
        return Map.of(
                "LBL", partners.get("LBL").hours(), "LBS", partners.get("LBS").hours());
    }

    /** The story as the oracle reads it. */
    public List<Step> steps() {
        return events.stream()
                .map(event -> new Step(
                        event.at().getEpochSecond() / 60,
                        event.sequence(),
                        event.kind().name(),
                        event.snapshot(),
                        event.priority(),
                        event.partner(),
                        event.holdReason()))
                .toList();
    }
}
