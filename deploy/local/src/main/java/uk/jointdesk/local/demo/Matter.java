package uk.jointdesk.local.demo;

import java.util.HashMap;
import java.util.Map;

/** What a ticket is: whose, how urgent, about what and where it is worked on. Null queue: nobody has looked yet. */
record Matter(String partner, String priority, String catalogueItem, String title, String category, String queue) {

    private static final Map<String, Long> INCIDENT_MINUTES = Map.of("P1", 240L, "P2", 480L, "P3", 1200L);

    static Matter draw(Chance chance, String partner, String priority, String queue) {
        if (!priority.equals("P4")) {
            Wording.Subject subject = Wording.incident(priority, chance);
            return new Matter(partner, priority, null, subject.title(), subject.category(), queue);
        }
        Wording.Offer offer = chance.oneOf(Wording.CATALOGUE);
        return new Matter(
                partner,
                priority,
                offer.code(),
                offer.subject().title(),
                offer.subject().category(),
                queue);
    }

    /** The target in seconds of service time; a catalogue item's day is a service day of ten hours. */
    long targetSeconds() {
        if (catalogueItem == null) {
            return INCIDENT_MINUTES.get(priority) * 60;
        }
        return Wording.CATALOGUE.stream()
                        .filter(offer -> offer.code().equals(catalogueItem))
                        .mapToLong(Wording.Offer::workingDays)
                        .sum()
                * ServiceHours.DAY;
    }

    /** What the LOGGED event says; a ticket may be logged at a priority that was changed soon after. */
    Map<String, Object> logged(String loggedPriority) {
        Map<String, Object> said = new HashMap<>();
        said.put("type", catalogueItem == null ? "INCIDENT" : "SERVICE_REQUEST");
        said.put("priority", loggedPriority);
        said.put("title", title);
        if (catalogueItem != null) {
            said.put("catalogueItem", catalogueItem);
        }
        if (queue != null) {
            said.put("category", category);
            said.put("queue", queue);
        }
        return said;
    }
}
