package uk.jointdesk.incident.knowledge.domain;

import java.util.UUID;

/**
 * An article that answers a search.
 *
 * @param rank how well, to be compared within one search; exact as PostgreSQL writes it
 * @param snippet where it answers, marked between {@link #BEGIN} and {@link #END}; null without a search
 */
public record Found(
        UUID id,
        String title,
        ArticleState state,
        Audience audience,
        java.time.LocalDate reviewOn,
        long version,
        String rank,
        String snippet) {

    /** Characters that no text holds: a mark made of them cannot be forged by an article. */
    public static final String BEGIN = "\u0002";

    public static final String END = "\u0003";

    /** The snippet for a page: the article's own characters escaped, the answer marked. */
    public String snippetAsHtml() {
        return snippet == null
                ? null
                : snippet.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace(BEGIN, "<mark>")
                        .replace(END, "</mark>");
    }
}
