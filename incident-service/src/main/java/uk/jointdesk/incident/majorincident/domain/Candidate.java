package uk.jointdesk.incident.majorincident.domain;

import java.util.List;
import java.util.Objects;

/** Something that the incident manager should look at, and why. */
public record Candidate(Criterion criterion, List<SeriousTicket> tickets) {

    /** The authorities behind the tickets, sorted. */
    public List<String> councils() {
        return tickets.stream()
                .map(SeriousTicket::council)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** The major incidents that some of the tickets belong to already. */
    public List<String> majorIncidents() {
        return tickets.stream()
                .map(SeriousTicket::majorIncident)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether there is a ticket among them that no major incident has taken up. */
    boolean isNews() {
        return tickets.stream().anyMatch(ticket -> ticket.majorIncident() == null);
    }

    /** The reason in a sentence. */
    public String why() {
        return switch (criterion) {
            case SEVERAL_COUNCILS ->
                "%d open P1 or P2 about the same thing from %d councils: %s."
                        .formatted(tickets.size(), councils().size(), String.join(", ", councils()));
            case SEVERAL_P1 -> "%d open P1 were reported one soon after the other.".formatted(tickets.size());
            case P1_NEAR_TARGET ->
                "%s has used %s %% of its target and was escalated by the incident manager."
                        .formatted(tickets.get(0).reference(), tickets.get(0).percentUsed());
        };
    }
}
