package uk.jointdesk.incident.knowledge.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.incident.knowledge.domain.ArticleState;
import uk.jointdesk.incident.knowledge.domain.Found;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;

/**
 * Finds articles by their words, the best answer first. Row-level security decides what there is to be found, so no
 * rank, count or suggestion tells of an article that the reader may not read.
 */
@ApplicationScoped
public class ArticleSearch {

    private static final String SEARCH = """
            select f.id, f.title, f.state, f.audience, f.review_on, f.version, f.rank::text as rank,
              case when cast(:q as text) is not null
                then ts_headline('english', f.body, websearch_to_tsquery('english', :q), :marks) end as snippet
            from (
              select a.*, case when cast(:q as text) is null then 0::real
                else ts_rank_cd(a.search, websearch_to_tsquery('english', :q)) end as rank
              from knowledge_article a
              where (cast(:q as text) is null or a.search @@ websearch_to_tsquery('english', :q))%s) f
            where true%s
            order by f.rank desc, f.title, f.id limit :limit
            """;
    /** Any of the words will do; the more of them and the nearer to the title, the better. */
    private static final String SUGGEST = """
            with words as (select replace(plainto_tsquery('english', :words)::text, '&', '|')::tsquery as q)
            select a.id, a.title, a.state, a.audience, a.review_on, a.version,
              ts_rank(a.search, words.q)::text as rank, ts_headline('english', a.body, words.q, :marks) as snippet
            from knowledge_article a, words
            where a.search @@ words.q and a.state = 'PUBLISHED'%s
            order by ts_rank(a.search, words.q) desc, a.title, a.id limit :limit
            """;

    private static final String MARKS = "StartSel=\"" + Found.BEGIN + "\", StopSel=\"" + Found.END
            + "\", MaxFragments=2, MinWords=8, MaxWords=25, FragmentDelimiter=\" ... \"";

    private final ScopedDb db;

    public ArticleSearch(ScopedDb db) {
        this.db = db;
    }

    /**
     * What is looked for; null is anything.
     *
     * @param text words, "phrases" and -exclusions, as in a web search
     * @param ticket the reference of a ticket that the article has solved
     */
    public record Wanted(String text, ArticleState state, String ticket) {}

    public Page<Found> page(Wanted wanted, Readership readership, String cursor, int limit) {
        String filters = readership.andReadable()
                + (wanted.state() == null ? "" : " and a.state = :state")
                + (wanted.ticket() == null
                        ? ""
                        : " and exists (select from knowledge_use u where u.article = a.id and u.kind = 'SOLVED'"
                                + " and u.ticket = :ticket)");
        List<String> after = cursor == null ? null : Cursor.decode(cursor, 3);
        String goOn = after == null
                ? ""
                : " and (f.rank < :rank::real or (f.rank = :rank::real and (f.title, f.id) > (:title, :id::uuid)))";
        List<Found> found = db.read(handle -> {
            Query query = handle.createQuery(SEARCH.formatted(filters, goOn))
                    .bind("q", wanted.text())
                    .bind("marks", MARKS)
                    .bind(
                            "state",
                            wanted.state() == null ? null : wanted.state().name())
                    .bind("ticket", wanted.ticket())
                    .bind("limit", limit + 1);
            return goingOn(query, after)
                    .map((row, context) -> ArticleRows.found(row))
                    .list();
        });
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(last.rank(), last.title(), last.id().toString()));
    }

    /** Articles that may spare somebody the ticket they are typing. */
    public List<Found> suggest(String words, Readership readership, int limit) {
        return db.read(handle -> handle.createQuery(SUGGEST.formatted(readership.andReadable()))
                .bind("words", words)
                .bind("marks", MARKS)
                .bind("limit", limit)
                .map((row, context) -> ArticleRows.found(row))
                .list());
    }

    private static Query goingOn(Query query, List<String> after) {
        if (after == null) {
            return query;
        }
        try {
            return query.bind("rank", Float.parseFloat(after.get(0)))
                    .bind("title", after.get(1))
                    .bind("id", UUID.fromString(after.get(2)));
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
