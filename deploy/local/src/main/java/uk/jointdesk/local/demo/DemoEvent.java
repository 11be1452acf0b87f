package uk.jointdesk.local.demo;

import java.time.Instant;
import java.util.Map;

/** One line of a ticket's history: what happened when, with what it says beyond that. */
public record DemoEvent(String kind, Instant at, Map<String, Object> details) {

    public DemoEvent {
        details = Map.copyOf(details);
    }

    DemoEvent(String kind, Instant at) {
        this(kind, at, Map.of());
    }
}
