package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of a survey.
 *
 * @param resolution which of the ticket's resolutions it asks about
 * @param satisfied of an answer: is the problem gone, or the request met; else null
 * @param timely of an answer: was it soon enough; else null
 */
public record SurveyFact(
        UUID survey,
        Kind event,
        String ticket,
        int resolution,
        String partner,
        Instant at,
        Boolean satisfied,
        Boolean timely) {

    /** What happened to it. */
    public enum Kind {
        INVITED,
        /** Somebody answers without having been asked: in the figures, and in no response rate. */
        UNASKED,
        ANSWERED
    }
}
