package uk.jointdesk.incident.knowledge.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.knowledge.domain.Article;
import uk.jointdesk.incident.knowledge.domain.ArticleState;
import uk.jointdesk.incident.knowledge.domain.Audience;

/** What an article says and to whom, when it is written and after each change. */
public record ArticleTerms(
        @NotBlank @Size(max = 300) @Pattern(regexp = ArticleTerms.PRINTABLE, message = "holds a control character")
        String title,

        @Schema(description = "Markdown (CommonMark); HTML in it is shown as text")
        @NotBlank
        @Size(max = 100_000)
        @Pattern(regexp = ArticleTerms.PRINTABLE, message = "holds a control character")
        String body,

        @Schema(description = "Words that people use for it") @Size(max = 50)
        List<@NotBlank @Size(max = 100) @Pattern(regexp = ArticleTerms.PRINTABLE) String> keywords,

        @Schema(description = "PUBLIC for every partner, PARTNERS for those listed, DESK for the desk only") @NotNull
        Audience audience,

        @Schema(description = "Partner codes, when the audience is PARTNERS") @Size(max = 100)
        List<@NotNull @Size(max = 16) String> partners,

        @Schema(description = "By when it must be read again") @NotNull
        LocalDate reviewOn,

        @Schema(description = "DRAFT unless said otherwise") ArticleState state) {

    /** Line breaks and tabs are the only control characters of a text. */
    static final String PRINTABLE = "(?s)[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]*";

    static ArticleTerms of(Article article) {
        Article.Text text = article.text();
        return new ArticleTerms(
                text.title(),
                text.body(),
                text.keywords(),
                text.audience(),
                text.partners(),
                text.reviewOn(),
                article.state());
    }

    Article.Text text() {
        return new Article.Text(title, body, orNone(keywords), audience, orNone(partners), reviewOn);
    }

    ArticleState stateOrDraft() {
        return state == null ? ArticleState.DRAFT : state;
    }

    private static List<String> orNone(List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
