package uk.jointdesk.incident.queue.domain;

import java.util.Optional;
import java.util.Set;

/** What a queue's entry must be. */
public final class QueueRules {

    private QueueRules() {}

    /** Why an entry is refused. */
    public record Objection(String code, String pointer, String message) {}

    /** The first rule that an entry breaks. */
    public static Optional<Objection> objection(Queue queue, Set<String> partners) {
        if (!queue.code().matches("[A-Z][A-Z0-9-]{1,39}")) {
            return objection("queue-code-refused", "/code", "is 2 to 40 capital letters, digits and hyphens");
        }
        if (!queue.organisation().equals(Queue.SHARED_SERVICE) && !partners.contains(queue.organisation())) {
            return objection("organisation-unknown", "/organisation", "is STS or a registered partner");
        }
        if (queue.activeTo() != null && queue.activeTo().isBefore(queue.activeFrom())) {
            return objection("queue-dates-refused", "/activeTo", "lies before activeFrom");
        }
        return Optional.empty();
    }

    private static Optional<Objection> objection(String code, String pointer, String message) {
        return Optional.of(new Objection(code, pointer, message));
    }
}
