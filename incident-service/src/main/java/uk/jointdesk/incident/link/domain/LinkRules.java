package uk.jointdesk.incident.link.domain;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which links make sense: none to itself, none twice, one parent at most, and nobody its own ancestor or cause. */
public final class LinkRules {

    private LinkRules() {}

    /** A link as it is written down. */
    public record Edge(LinkKind kind, String ticket, String other) {}

    /** Why a link is not made. */
    public enum Objection {
        TO_ITSELF("link-to-itself", "A ticket has no link to itself."),
        EXISTS("link-exists", "The two tickets are linked like this."),
        SECOND_PARENT("link-second-parent", "The ticket has a parent already."),
        CIRCLE("link-circle", "The link would lead back to where it begins.");

        private final String code;
        private final String detail;

        Objection(String code, String detail) {
            this.code = code;
            this.detail = detail;
        }

        public String code() {
            return code;
        }

        public String detail() {
            return detail;
        }
    }

    /**
     * What speaks against a link.
     *
     * @param outgoing the links written down from a ticket, of the same kind
     */
    public static Optional<Objection> objection(Edge wanted, Function<String, Collection<Edge>> outgoing) {
        if (wanted.ticket().equals(wanted.other())) {
            return Optional.of(Objection.TO_ITSELF);
        }
        Collection<Edge> there = outgoing.apply(wanted.ticket());
        if (there.contains(wanted)) {
            return Optional.of(Objection.EXISTS);
        }
        if (leadsBack(wanted, outgoing)) {
            return Optional.of(Objection.CIRCLE);
        }
        boolean second = wanted.kind() == LinkKind.CHILD_OF && !there.isEmpty();
        return second ? Optional.of(Objection.SECOND_PARENT) : Optional.empty();
    }

    private static boolean leadsBack(Edge wanted, Function<String, Collection<Edge>> outgoing) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of(wanted.other()));
        while (!next.isEmpty()) {
            String ticket = next.pop();
            if (ticket.equals(wanted.ticket())) {
                return true;
            }
            if (seen.add(ticket)) {
                outgoing.apply(ticket).forEach(edge -> next.push(edge.other()));
            }
        }
        return false;
    }
}
