package uk.jointdesk.servicelevel.life;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.servicelevel.event.Attributes;
import uk.jointdesk.servicelevel.event.TicketEvent;

/**
 * What has happened to one ticket, folded from what was told of it. The order in which events arrive and how often each
 * one arrives make no difference.
 *
 * <p>The earliest LOGGED event or snapshot logs the ticket. Without one the ticket is provisional: it has attributes but
 * no life, and belongs in no figure.
 */
public final class TicketLife {

    private final List<TicketEvent> events;
    private final Attributes provisional;
    private final LifeFold fold;

    private TicketLife(List<TicketEvent> standing) {
        this.events = standing;
        this.fold = standing.stream()
                .filter(TicketEvent::logs)
                .findFirst()
                .map(logging -> new LifeFold(logging, standing))
                .orElse(null);
        this.provisional = fold != null
                ? Attributes.NONE
                : standing.stream().map(TicketEvent::attributes).reduce(Attributes.NONE, Attributes::with);
    }

    /** The life that these events tell, all of one ticket, in any order and any number of times. */
    public static TicketLife of(Collection<TicketEvent> events) {
        return new TicketLife(StandingEvents.of(events));
    }

    /**
     * The life as it was at an instant: without the events after it. Corrections hold whenever they were made, so this is
     * what is known now about then.
     */
    public TicketLife asAt(Instant instant) {
        if (events.isEmpty() || !events.get(events.size() - 1).at().isAfter(instant)) {
            return this;
        }
        return new TicketLife(
                events.stream().filter(event -> !event.at().isAfter(instant)).toList());
    }

    /** The events that hold, in order, each once. */
    public List<TicketEvent> events() {
        return events;
    }

    /** When the ticket was logged; empty while it is provisional. */
    public Optional<Instant> loggedAt() {
        return Optional.ofNullable(fold).map(life -> life.loggedAt);
    }

    public boolean isProvisional() {
        return fold == null;
    }

    public TicketStatus status() {
        return fold == null ? TicketStatus.NEW : fold.status;
    }

    /** What is known of the ticket by now. */
    public Attributes attributes() {
        return fold == null ? provisional : fold.attributes;
    }

    /** What was known when work was over, else what is known by now: a resolution counts for the partner of its day. */
    public Attributes attributesWhenJudged() {
        return resolvedAt().isPresent() ? lastResolution().attributes() : attributes();
    }

    /** The partner that holds the ticket now; null if none does. */
    public String holder() {
        return attributes().partner();
    }

    public String priority() {
        return attributes().priority();
    }

    public String type() {
        return attributes().type();
    }

    public String queue() {
        return attributes().queue();
    }

    /** The last resolution's instant; empty unless the ticket is resolved or closed now. */
    public Optional<Instant> resolvedAt() {
        return status().isResolved() ? Optional.of(lastResolution().at()) : Optional.empty();
    }

    /** When the ticket was closed; empty unless it is closed now. */
    public Optional<Instant> closedAt() {
        return Optional.ofNullable(fold).map(life -> life.closedAt);
    }

    /** When work on the ticket was over (resolved, closed, cancelled, merged); empty while it is open. */
    public Optional<Instant> overSince() {
        return Optional.ofNullable(fold).map(life -> life.overSince);
    }

    /** The ticket into which this one was merged, if it was and the desk said which. */
    public Optional<String> mergedInto() {
        return Optional.ofNullable(fold).map(life -> life.mergedInto);
    }

    /** The service's first answer; empty while there is none. */
    public Optional<FirstResponse> firstResponse() {
        return Optional.ofNullable(fold).map(life -> life.response);
    }

    /** Each time the ticket was resolved, in order. */
    public List<Resolution> resolutions() {
        return fold == null ? List.of() : List.copyOf(fold.resolutions);
    }

    /** Each time the ticket was opened again, in order. */
    public List<Instant> reopenings() {
        return fold == null ? List.of() : List.copyOf(fold.reopenings);
    }

    public int reopenCount() {
        return fold == null ? 0 : fold.reopenings.size();
    }

    /** The parts of the life from {@code loggedAt} on, without gaps; the last one has no end. */
    public List<Spell> spells() {
        return fold == null ? List.of() : List.copyOf(fold.spells);
    }

    private Resolution lastResolution() {
        return fold.resolutions.get(fold.resolutions.size() - 1);
    }
}
