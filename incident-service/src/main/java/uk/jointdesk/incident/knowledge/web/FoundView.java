package uk.jointdesk.incident.knowledge.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.knowledge.domain.ArticleState;
import uk.jointdesk.incident.knowledge.domain.Audience;
import uk.jointdesk.incident.knowledge.domain.Found;

/** An article in a list. */
public record FoundView(
        UUID id,
        String title,
        ArticleState state,
        Audience audience,
        LocalDate reviewOn,

        @Schema(
                description =
                        "Where it answers the search, as HTML: the words found are in <mark>, all else is escaped")
        String snippet,

        long version) {

    static FoundView of(Found found) {
        return new FoundView(
                found.id(),
                found.title(),
                found.state(),
                found.audience(),
                found.reviewOn(),
                found.snippetAsHtml(),
                found.version());
    }
}
