package uk.jointdesk.incident.link.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import uk.jointdesk.incident.link.domain.Link;
import uk.jointdesk.incident.link.store.Links;
import uk.jointdesk.incident.ticket.web.TimelineAddition;
import uk.jointdesk.incident.ticket.web.TimelineEntry;

/** When a ticket was linked, and when it ceased to be. */
@ApplicationScoped
public class LinkTimeline implements TimelineAddition {

    private final Links links;

    public LinkTimeline(Links links) {
        this.links = links;
    }

    @Override
    public Stream<TimelineEntry> to(String reference) {
        return links.everOf(reference).stream().flatMap(link -> entries(link, reference));
    }

    private static Stream<TimelineEntry> entries(Link link, String reference) {
        String id = link.id().toString();
        String other = link.otherThan(reference);
        String kind = link.relationOf(reference).name();
        TimelineEntry linked = TimelineEntry.ofLink(id, "LINKED", link.addedAt(), link.addedBy(), other, kind);
        return link.removedAt() == null
                ? Stream.of(linked)
                : Stream.of(
                        linked, TimelineEntry.ofLink(id, "UNLINKED", link.removedAt(), link.removedBy(), other, kind));
    }
}
