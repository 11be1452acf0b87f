package uk.jointdesk.kpi.pack.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.domain.Seal;
import uk.jointdesk.kpi.pack.domain.SealedDocument;

/** The published documents. Row-level security gives a council its own copy and no other. */
@ApplicationScoped
public class DocumentStore {

    private static final String SELECT = "select * from pack_document where pack = :pack and audience = :audience";

    private final ScopedDb db;

    public DocumentStore(ScopedDb db) {
        this.db = db;
    }

    /** The copy for an audience that the caller may have: with the rows of all, or its own. */
    public Optional<SealedDocument> find(String pack, Audience audience) {
        return db.read(handle -> read(handle, pack, audience));
    }

    private static Optional<SealedDocument> read(Handle handle, String pack, Audience audience) {
        // '*' sorts before every code: who may see the rows of all gets them, a council its first own copy.
        return handle.createQuery(SELECT + " order by partner limit 1")
                .bind("pack", pack)
                .bind("audience", audience.name())
                .map((row, context) -> document(row))
                .findOne();
    }

    static void add(Handle handle, String pack, List<SealedDocument> documents) {
        var batch = handle.prepareBatch("""
                insert into pack_document (pack, audience, partner, content, digest, signature, key_id, public_key)
                values (:pack, :audience, :partner, :content, :digest, :signature, :keyId, :publicKey)
                """);
        documents.forEach(document -> batch.bind("pack", pack)
                .bind("audience", document.audience().name())
                .bind("partner", document.partner())
                .bind("content", document.content())
                .bind("digest", document.seal().digest())
                .bind("signature", document.seal().signature())
                .bind("keyId", document.seal().keyId())
                .bind("publicKey", document.seal().publicKey())
                .add());
        batch.execute();
    }

    static void approve(Handle handle, String pack, Pack.Actor approver, Instant at) {
        handle.createUpdate("""
                insert into pack_publication (pack, approver_client, approver_subject, published_at, arrival)
                values (:pack, :client, :subject, :at, coalesce((select max(arrival) from fact_event), 0))
                """)
                .bind("pack", pack)
                .bind("client", approver.client())
                .bind("subject", approver.subject())
                .bind("at", PackStore.offset(at))
                .execute();
    }

    /** Every key a published document was signed with. */
    public List<Seal> keys() {
        return db.read(handle -> handle.createQuery(
                        "select distinct on (key_id) * from pack_document order by key_id, pack, audience, partner")
                .map((row, context) -> document(row).seal())
                .list());
    }

    private static SealedDocument document(ResultSet row) throws SQLException {
        return new SealedDocument(
                Audience.valueOf(row.getString("audience")),
                row.getString("partner"),
                row.getBytes("content"),
                new Seal(
                        row.getString("digest"),
                        row.getString("signature"),
                        row.getString("key_id"),
                        row.getString("public_key")));
    }
}
