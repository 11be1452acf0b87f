package uk.jointdesk.incident.satisfaction;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a survey, as services downstream read it. What somebody wrote in it stays here. */
public record SurveyFact(
        @Schema(description = "Where this stands in the feed; opaque")
        String position,

        UUID survey,

        @Schema(description = "The ticket's reference") String ticket,

        @Schema(description = "How often the ticket had been reopened when it was resolved this time")
        int resolution,

        String partner,

        @Schema(description = "INVITED when it was sent, UNASKED when somebody rated without being asked, ANSWERED")
        Kind event,

        @Schema(description = "When it happened") Instant at,

        @Schema(description = "Of ANSWERED: is the problem gone, or the request met?")
        Boolean satisfied,

        @Schema(description = "Of ANSWERED: was it soon enough?")
        Boolean timely) {

    /** What happened to it. */
    public enum Kind {
        INVITED,
        UNASKED,
        ANSWERED
    }
}
