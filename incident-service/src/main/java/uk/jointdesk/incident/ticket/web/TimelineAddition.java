package uk.jointdesk.incident.ticket.web;

import java.util.stream.Stream;

/** What other parts of the service have to say in a ticket's timeline, as far as the caller may read it. */
public interface TimelineAddition {

    Stream<TimelineEntry> to(String reference);
}
