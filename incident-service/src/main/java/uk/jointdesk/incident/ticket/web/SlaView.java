package uk.jointdesk.incident.ticket.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.clock.FormerBreach;
import uk.jointdesk.servicelevel.clock.Grounds;
import uk.jointdesk.servicelevel.clock.NoTarget;
import uk.jointdesk.servicelevel.clock.Outcome;
import uk.jointdesk.servicelevel.clock.Segment;
import uk.jointdesk.servicelevel.clock.Verdict;
import uk.jointdesk.servicelevel.life.FirstResponse;
import uk.jointdesk.servicelevel.life.TicketLife;

/** What the clock says about a ticket at an instant, and why. Minutes are cut off; milliseconds decide. */
public record SlaView(
        String reference,
        Instant asOf,
        @Schema(description = "RESPONSE or RESOLUTION") String metric,
        @JsonInclude(JsonInclude.Include.ALWAYS) String priority,
        @JsonInclude(JsonInclude.Include.ALWAYS) Long targetMinutes,
        long consumedMinutes,
        @JsonInclude(JsonInclude.Include.ALWAYS) Long remainingMinutes,

        @Schema(description = "RUNNING, PAUSED, MET, BREACHED, NO_TARGET or CANCELLED")
        String state,

        @JsonInclude(JsonInclude.Include.ALWAYS) Instant dueAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) Instant dueIfResumedNow,
        @JsonInclude(JsonInclude.Include.ALWAYS) Instant breachedAt,

        @Schema(description = "Why no target holds, of NO_TARGET")
        NoTarget noTarget,

        @Schema(description = "Of RESPONSE: when the service first answered, or resolved without a word")
        Instant respondedAt,

        Rule agreement,
        Rule calendar,
        List<Part> segments,

        @Schema(description = "The other readings of a change of priority or partner")
        Map<String, Reading> byPolicy,

        @Schema(description = "The other readings of a reopening")
        Map<String, Reading> byReopen,

        @Schema(description = "Breaches of targets that no longer stand")
        List<Former> formerBreaches,

        @Schema(description = "The ticket came and went while the service was closed")
        boolean whollyOutOfHours) {

    /** A rule and the version of it that was in force. */
    public record Rule(String code, String version) {}

    /** A part of the elapsed time and what it was to the clock; the parts add up exactly. */
    public record Part(Instant from, Instant to, String kind, String detail, long minutes) {}

    /** A breach of a target that stood until then. */
    public record Former(Instant at, long targetMinutes, String priority, String partner, Instant until) {}

    /** The clock in another reading of the agreement. */
    public record Reading(String state, Long targetMinutes, long consumedMinutes, Instant dueAt, Instant breachedAt) {}

    /** The question that a verdict answers. */
    record Question(String reference, Metric metric, Instant asOf) {}

    /** @param known the ticket as it was known at the instant of judgement */
    static SlaView of(Question question, TicketLife known, Verdict verdict) {
        Optional<Grounds> grounds = verdict.grounds();
        return new SlaView(
                question.reference(),
                question.asOf(),
                question.metric().name(),
                known.priority(),
                minutes(verdict.targetMinutes()),
                verdict.consumedMinutes(),
                minutes(verdict.remainingMinutes()),
                verdict.state().name(),
                verdict.dueAt().orElse(null),
                verdict.dueIfResumedNow().orElse(null),
                verdict.breachedAt().orElse(null),
                verdict.noTarget().orElse(null),
                question.metric() == Metric.RESPONSE
                        ? known.firstResponse().map(FirstResponse::at).orElse(null)
                        : null,
                grounds.map(rule -> new Rule(rule.agreement(), Integer.toString(rule.agreementVersion())))
                        .orElse(null),
                grounds.map(rule -> new Rule(rule.calendar(), rule.calendarVersion()))
                        .orElse(null),
                verdict.segments().stream().map(SlaView::part).toList(),
                readings(verdict.byPolicy()),
                readings(verdict.byReopen()),
                verdict.formerBreaches().stream().map(SlaView::former).toList(),
                verdict.whollyOutOfHours());
    }

    private static Long minutes(OptionalLong minutes) {
        return minutes.isPresent() ? minutes.getAsLong() : null;
    }

    private static Former former(FormerBreach breach) {
        return new Former(
                breach.at(), breach.target().toMinutes(), breach.priority(), breach.partner(), breach.until());
    }

    private static Part part(Segment segment) {
        return new Part(segment.from(), segment.to(), segment.kind().name(), segment.detail(), segment.minutes());
    }

    private static Map<String, Reading> readings(Map<? extends Enum<?>, Outcome> outcomes) {
        Map<String, Reading> readings = new TreeMap<>();
        outcomes.forEach((reading, outcome) -> readings.put(camel(reading.name()), reading(outcome)));
        return readings;
    }

    private static Reading reading(Outcome outcome) {
        return new Reading(
                outcome.state().name(),
                outcome.target().map(target -> target.toMinutes()).orElse(null),
                outcome.consumed().toMinutes(),
                outcome.dueAt().orElse(null),
                outcome.breachedAt().orElse(null));
    }

    private static String camel(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int gap = lower.indexOf('_');
        return gap < 0
                ? lower
                : lower.substring(0, gap) + Character.toUpperCase(lower.charAt(gap + 1)) + lower.substring(gap + 2);
    }
}
