package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;
import uk.jointdesk.servicelevel.event.Attributes;

/**
 * What somebody thought of how a ticket went, by a desk's word or through a survey.
 *
 * @param attributes what was known of the ticket then; its partner is the one that is rated for
 * @param rating 1 to 5, null if only a recommendation was given
 * @param recommend 0 to 10, null if only a rating was given
 */
public record Rating(Attributes attributes, String organisation, Integer rating, Integer recommend, Instant at) {}
