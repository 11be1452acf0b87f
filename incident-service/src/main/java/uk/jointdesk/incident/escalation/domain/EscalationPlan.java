package uk.jointdesk.incident.escalation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import uk.jointdesk.incident.ticket.domain.Clocked;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.clock.EscalationPoint;
import uk.jointdesk.servicelevel.clock.RunningClock;

/**
 * The thresholds that a ticket's clocks reach if nothing happens to it. A clock that stands still reaches none: who waits
 * for a user, has resolved or cancelled, is not reminded.
 *
 * @param newsFor how long a threshold that was passed is news. A history that is imported tells of thresholds passed
 *     years ago: those are written down and delivered to nobody. A threshold cannot be news before the clock that reaches
 *     it ran, so that a ticket whose priority is raised today is announced today, whenever it was logged.
 */
public record EscalationPlan(Duration newsFor) {

    /** What lies ahead of a ticket that was just folded, or has been passed by now. */
    public List<Due> of(Ticket ticket, Instant now) {
        return Stream.concat(
                        of(ticket, Metric.RESPONSE, ticket.answered().clock(), now),
                        of(ticket, Metric.RESOLUTION, ticket.clock(), now))
                .toList();
    }

    private Stream<Due> of(Ticket ticket, Metric metric, Clocked clock, Instant now) {
        RunningClock running = clock.running();
        return running == null
                ? Stream.empty()
                : running.points().stream()
                        .filter(point -> point.at().isPresent())
                        .map(point -> due(ticket, metric, running, point, now));
    }

    private Due due(Ticket ticket, Metric metric, RunningClock running, EscalationPoint point, Instant now) {
        Instant dueAt = point.at().orElseThrow();
        Instant news = dueAt.isAfter(running.since()) ? dueAt : running.since();
        return new Due(
                ticket.identity().reference(),
                metric.name(),
                point.threshold().code(),
                running.name(),
                ticket.partner(),
                ticket.said().priority(),
                dueAt,
                news.plus(newsFor).isBefore(now));
    }
}
