package uk.jointdesk.incident.knowledge.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import uk.jointdesk.incident.knowledge.domain.Uses;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.Caller;

/** Who read an article and whom it helped. A council counts its own uses, the desk everybody's. */
@ApplicationScoped
public class ArticleUses {

    private static final String INSERT = "insert into knowledge_use (article, kind, partner, ticket, at, client)"
            + " values (:article, :kind, :partner, :ticket, :at, :client) on conflict do nothing";

    private final ScopedDb db;
    private final Caller caller;
    private final Clock clock;

    public ArticleUses(ScopedDb db, Caller caller, Clock clock) {
        this.db = db;
        this.caller = caller;
        this.clock = clock;
    }

    public void viewed(UUID article) {
        add(article, "VIEWED", partner(), null);
    }

    /**
     * An article has solved somebody's problem; of one ticket this counts once.
     *
     * @param partner the ticket's partner, or the reader's when there is no ticket
     */
    public void solved(UUID article, String partner, String ticket) {
        add(article, "SOLVED", ticket == null ? partner() : partner, ticket);
    }

    public Uses of(UUID article) {
        return db.read(handle -> handle.createQuery(
                        "select count(*) filter (where kind = 'VIEWED') as views,"
                                + " count(*) filter (where kind = 'SOLVED') as solved from knowledge_use where article = :article")
                .bind("article", article)
                .map((row, context) -> new Uses(row.getLong("views"), row.getLong("solved")))
                .one());
    }

    /** The reader's partner: of a token with several, the first; null for the desk. */
    private String partner() {
        return caller.claimedScope().partners().stream().findFirst().orElse(null);
    }

    private void add(UUID article, String kind, String partner, String ticket) {
        if (!caller.scope().covers(partner)) {
            return;
        }
        db.run(handle -> handle.createUpdate(INSERT)
                .bind("article", article)
                .bind("kind", kind)
                .bind("partner", partner)
                .bind("ticket", ticket)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("client", caller.client())
                .execute());
    }
}
