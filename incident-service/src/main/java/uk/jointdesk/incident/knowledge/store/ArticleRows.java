package uk.jointdesk.incident.knowledge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.incident.knowledge.domain.Article;
import uk.jointdesk.incident.knowledge.domain.ArticleState;
import uk.jointdesk.incident.knowledge.domain.Audience;
import uk.jointdesk.incident.knowledge.domain.Found;
import uk.jointdesk.incident.ticket.store.Rows;

/** Rows of articles and of what a search found. */
final class ArticleRows {

    private ArticleRows() {}

    static Article article(ResultSet row) throws SQLException {
        Article.Text text = new Article.Text(
                row.getString("title"),
                row.getString("body"),
                texts(row, "keywords"),
                Audience.valueOf(row.getString("audience")),
                texts(row, "partners"),
                row.getObject("review_on", LocalDate.class));
        return new Article(
                row.getObject("id", UUID.class),
                text,
                ArticleState.valueOf(row.getString("state")),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "changed_at"),
                row.getString("changed_by"),
                Rows.instant(row, "published_at"),
                row.getLong("version"));
    }

    static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getString("title"),
                ArticleState.valueOf(row.getString("state")),
                Audience.valueOf(row.getString("audience")),
                row.getObject("review_on", LocalDate.class),
                row.getLong("version"),
                row.getString("rank"),
                row.getString("snippet"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
