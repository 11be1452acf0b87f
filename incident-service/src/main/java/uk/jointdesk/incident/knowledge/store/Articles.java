package uk.jointdesk.incident.knowledge.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import uk.jointdesk.incident.knowledge.domain.Article;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.version.Version;

/** Articles one at a time. Every change writes the article and, beside it, the version it has become. */
@ApplicationScoped
public class Articles {

    private static final String INSERT =
            "insert into knowledge_article (id, title, body, keywords, keyword_text, state,"
                    + " audience, partners, review_on, created_at, changed_at, changed_by, published_at, version) values (:id,"
                    + " :title, :body, :keywords, :words, :state, :audience, :partners, :reviewOn, :createdAt, :changedAt,"
                    + " :changedBy, :publishedAt, :version)";
    private static final String UPDATE =
            "update knowledge_article set title = :title, body = :body, keywords = :keywords,"
                    + " keyword_text = :words, state = :state, audience = :audience, partners = :partners, review_on = :reviewOn,"
                    + " changed_at = :changedAt, changed_by = :changedBy, published_at = :publishedAt, version = :version"
                    + " where id = :id";
    private static final String KEEP = "insert into knowledge_version (article, version, title, body, keywords, state,"
            + " audience, partners, review_on, changed_at, changed_by) values (:id, :version, :title, :body, :keywords,"
            + " :state, :audience, :partners, :reviewOn, :changedAt, :changedBy)";

    private final ScopedDb db;

    public Articles(ScopedDb db) {
        this.db = db;
    }

    /** What is not published, or the desk's only, is there for the desk's readers alone. */
    public Article find(UUID id, Readership readership) {
        return db.read(handle -> handle.createQuery(
                                "select * from knowledge_article where id = :id" + readership.andReadable())
                        .bind("id", id)
                        .map((row, context) -> ArticleRows.article(row))
                        .findOne())
                .orElseThrow(Refusal::notFound);
    }

    public Article add(Article article) {
        return db.write(handle -> write(handle, INSERT, article));
    }

    public Article change(UUID id, long expectedVersion, UnaryOperator<Article> change) {
        return db.write(handle -> {
            Article now = locked(handle, id).orElseThrow(Refusal::notFound);
            Version.check(expectedVersion, now.version());
            return write(handle, UPDATE, change.apply(now));
        });
    }

    /** All that an article has been, the latest first. */
    public List<Article> versions(UUID id) {
        return db.read(handle -> handle.createQuery("select v.*, v.article as id, a.created_at,"
                        + " cast(null as timestamptz) as published_at from knowledge_version v"
                        + " join knowledge_article a on a.id = v.article where v.article = :id order by v.version desc")
                .bind("id", id)
                .map((row, context) -> ArticleRows.article(row))
                .list());
    }

    /** Published articles that must be read again by a day, the most overdue first. */
    public List<Article> dueForReview(LocalDate by, LocalDate afterDay, UUID afterId, int limit) {
        String after = afterDay == null ? "" : " and (review_on, id) > (:afterDay, :afterId)";
        return db.read(handle -> handle.createQuery("select * from knowledge_article where state = 'PUBLISHED'"
                        + " and review_on <= :by" + after + " order by review_on, id limit :limit")
                .bind("by", by)
                .bind("afterDay", afterDay)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map((row, context) -> ArticleRows.article(row))
                .list());
    }

    private static Optional<Article> locked(Handle handle, UUID id) {
        return handle.createQuery("select * from knowledge_article where id = :id for update")
                .bind("id", id)
                .map((row, context) -> ArticleRows.article(row))
                .findOne();
    }

    private static Article write(Handle handle, String sql, Article article) {
        bind(handle.createUpdate(sql), article).execute();
        bind(handle.createUpdate(KEEP), article).execute();
        return article;
    }

    private static Update bind(Update update, Article article) {
        Article.Text text = article.text();
        return update.bind("id", article.id())
                .bind("title", text.title())
                .bind("body", text.body())
                .bindArray("keywords", String.class, text.keywords().toArray())
                .bind("words", String.join(", ", text.keywords()))
                .bind("state", article.state().name())
                .bind("audience", text.audience().name())
                .bindArray("partners", String.class, text.partners().toArray())
                .bind("reviewOn", text.reviewOn())
                .bind("createdAt", article.createdAt().atOffset(ZoneOffset.UTC))
                .bind("changedAt", article.changedAt().atOffset(ZoneOffset.UTC))
                .bind("changedBy", article.changedBy())
                .bind(
                        "publishedAt",
                        article.publishedAt() == null
                                ? null
                                : article.publishedAt().atOffset(ZoneOffset.UTC))
                .bind("version", article.version());
    }
}
