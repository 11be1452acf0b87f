package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.servicelevel.event.Attributes;

/**
 * Everything the figures need to know of one ticket: a pure function of its events and the rules.
 *
 * @param attributes as last known, with the partner of the last resolution where there is one
 * @param organisation whose queue it stands in, null when nobody told
 * @param triagedAt when somebody was first assigned or started, null if nobody was
 * @param response empty while nobody has answered it
 * @param interruptions empty where only the events tell its life
 * @param bulkClosure the bulk closure that its last resolution was part of, or null
 */
public record TicketRecord(
        String ticket,
        String source,
        String sourceReference,
        String status,
        Attributes attributes,
        String organisation,
        Instant loggedAt,
        Instant triagedAt,
        Instant closedAt,
        int reopenCount,
        Judgement judgement,
        Optional<Response> response,
        List<Rating> ratings,
        List<OpenSpell> spells,
        Optional<Interruptions> interruptions,
        String bulkClosure) {

    /** Whether a stretch was left by a resolution that a reopening undid. */
    public boolean isUndone(int number) {
        return spells.get(number).leftBy() == OpenSpell.Exit.RESOLVED && number < spells.size() - 1;
    }
}
