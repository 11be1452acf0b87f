package uk.jointdesk.incident.bulkclosure.domain;

import java.util.List;
import uk.jointdesk.incident.ticket.domain.Fact;

/**
 * What is to be done with one ticket: facts to be added, or a cause why there are none.
 *
 * @param cause null when there are facts
 */
public record Decision(List<Fact> facts, Cause cause) {

    static Decision add(List<Fact> facts) {
        return new Decision(List.copyOf(facts), null);
    }

    static Decision leave(Cause cause) {
        return new Decision(List.of(), cause);
    }

    /** What the ticket's history will say happened. */
    public List<String> events() {
        return facts.stream().map(fact -> fact.kind().name()).toList();
    }
}
