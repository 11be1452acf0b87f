package uk.jointdesk.kpi.pack.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a pack is and for whom this copy of it was made.
 *
 * @param edition 1 for the first, one more for every restatement
 * @param restates the pack this edition takes the place of; null for the first
 * @param zone whose days the figures are about
 * @param zoneRules version of the time zone rules
 * @param asAt when the newest fact behind the figures was recorded
 * @param audience the audience of this copy
 * @param partner the council whose rows this copy is cut down to; null for the rows of all
 */
public record Heading(
        String pack,
        int edition,
        String restates,
        PackState state,
        String title,
        String body,
        LocalDate meetingOn,
        LocalDate from,
        LocalDate to,
        LocalDate compareFrom,
        LocalDate compareTo,
        String zone,
        String zoneRules,
        Instant asAt,
        Instant publishedAt,
        Audience audience,
        String partner) {

    Heading cutFor(Audience reader, String council) {
        return new Heading(
                pack,
                edition,
                restates,
                state,
                title,
                body,
                meetingOn,
                from,
                to,
                compareFrom,
                compareTo,
                zone,
                zoneRules,
                asAt,
                publishedAt,
                reader,
                council);
    }
}
