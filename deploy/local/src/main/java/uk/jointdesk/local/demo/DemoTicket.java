package uk.jointdesk.local.demo;

import java.time.Instant;
import java.util.List;

/** A ticket of the demo data; a null partner belongs to no council, a null catalogue item is not a request. */
public record DemoTicket(String partner, String priority, String catalogueItem, List<DemoEvent> events) {

    public DemoTicket {
        events = List.copyOf(events);
    }

    public Instant loggedAt() {
        return events.get(0).at();
    }
}
