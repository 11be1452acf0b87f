package uk.jointdesk.incident.knowledge.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Something the desk knows, as it stands now.
 *
 * @param version counts its changes; each is kept
 * @param publishedAt when it was last published; null while it never was
 */
public record Article(
        UUID id,
        Text text,
        ArticleState state,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        Instant publishedAt,
        long version) {

    /**
     * What an article says and to whom.
     *
     * @param body Markdown (CommonMark)
     * @param partners the audience, when it is PARTNERS; else empty
     * @param reviewOn the day by which somebody must have read it again
     */
    public record Text(
            String title,
            String body,
            List<String> keywords,
            Audience audience,
            List<String> partners,
            LocalDate reviewOn) {

        public Text {
            keywords = List.copyOf(keywords);
            partners = List.copyOf(partners);
        }
    }

    /** The article after a change. */
    public Article changed(Text text, ArticleState next, Instant at, String by) {
        boolean published = next == ArticleState.PUBLISHED && state != ArticleState.PUBLISHED;
        return new Article(id, text, next, createdAt, at, by, published ? at : publishedAt, version + 1);
    }
}
