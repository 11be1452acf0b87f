package uk.jointdesk.incident.knowledge.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.knowledge.domain.Article;
import uk.jointdesk.incident.knowledge.domain.ArticleState;
import uk.jointdesk.incident.knowledge.domain.Audience;
import uk.jointdesk.incident.knowledge.domain.Uses;

/** An article, as written and as shown. Which other partners it is for is the desk's knowledge. */
public record ArticleView(
        UUID id,
        String title,

        @Schema(description = "Markdown") String body,

        @Schema(description = "The body, safe to show in a page")
        String html,

        List<String> keywords,
        ArticleState state,
        Audience audience,

        @Schema(description = "The partners it is for, shown to who works for all of them")
        List<String> partners,

        LocalDate reviewOn,
        Instant changedAt,
        Instant publishedAt,

        @Schema(description = "How often it was read, by the caller's partners")
        Long views,

        @Schema(description = "How often it solved a problem of the caller's partners")
        Long solved,

        @Schema(description = "The ETag to name when changing it")
        long version) {

    static ArticleView of(Article article, String html, Uses uses, boolean withPartners) {
        Article.Text text = article.text();
        return new ArticleView(
                article.id(),
                text.title(),
                text.body(),
                html,
                text.keywords(),
                article.state(),
                text.audience(),
                withPartners ? text.partners() : null,
                text.reviewOn(),
                article.changedAt(),
                article.publishedAt(),
                uses == null ? null : uses.views(),
                uses == null ? null : uses.solved(),
                article.version());
    }
}
