package uk.jointdesk.kpi.pack.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.domain.PackStep;
import uk.jointdesk.kpi.pack.domain.Projection;
import uk.jointdesk.kpi.pack.domain.SealedDocument;
import uk.jointdesk.kpi.partner.domain.Partner;
import uk.jointdesk.kpi.partner.store.PartnerStore;

/**
 * Freezes packs: the whole document, the copies cut from it, who approved them and the last step, in one transaction
 * in which no fact arrives.
 */
@ApplicationScoped
public class Publications {

    private final ScopedDb db;
    private final PartnerStore partners;
    private final SigningKey key;

    public Publications(ScopedDb db, PartnerStore partners, SigningKey key) {
        this.db = db;
        this.partners = partners;
        this.key = key;
    }

    /**
     * What is to be frozen.
     *
     * @param step the last step, by whom it is approved
     */
    public record Freezing(Pack pack, PackDocument document, PackStep step) {}

    /** Publishes a pack that is in review. {@code compile} is called with the steps it took, the last one included. */
    public void publish(Pack pack, PackStep last, Function<List<PackStep>, PackDocument> compile) {
        db.run(handle -> {
            ProgressStore.held(handle);
            List<PackStep> steps = new ArrayList<>(PackStore.steps(handle, pack.id()));
            steps.add(last);
            PackDocument document = compile.apply(steps);
            finish(handle, pack, last.at());
            freeze(handle, new Freezing(pack, document, last));
        });
    }

    /** Publishes the edition that takes another's place, in the caller's transaction. */
    public void publishEdition(Handle handle, Freezing edition) {
        PackStore.insert(handle, edition.pack());
        freeze(handle, edition);
    }

    private static void finish(Handle handle, Pack pack, Instant at) {
        int finished = handle.createUpdate("""
                update pack set state = 'PUBLISHED', published_at = :at, version = version + 1
                 where id = :id and version = :version and state = 'REVIEW'
                """)
                .bind("at", PackStore.offset(at))
                .bind("id", pack.id())
                .bind("version", pack.version())
                .execute();
        if (finished == 0) {
            throw Refusal.stale();
        }
    }

    private void freeze(Handle handle, Freezing frozen) {
        String id = frozen.pack().id();
        PackStore.step(handle, id, frozen.step());
        DocumentStore.add(
                handle, id, copies(frozen.document(), frozen.pack().plan().audience()));
        DocumentStore.approve(handle, id, frozen.step().by(), frozen.step().at());
    }

    private List<SealedDocument> copies(PackDocument whole, Audience widest) {
        List<SealedDocument> copies = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            if (audience.mayRead(widest)) {
                copies.add(sealed(Projection.of(audience).of(whole), SealedDocument.EVERYBODY));
            }
        }
        if (widest == Audience.PUBLIC) {
            partners.all().members().forEach(partner -> copies.add(councilsCopy(whole, partner)));
        }
        return copies;
    }

    private SealedDocument councilsCopy(PackDocument whole, Partner partner) {
        Set<String> own = new TreeSet<>(partners.all().withSubBodies(Set.of(partner.code())));
        return sealed(Projection.forCouncil(partner.code(), own).of(whole), partner.code());
    }

    private SealedDocument sealed(PackDocument copy, String partner) {
        byte[] bytes = PackJson.bytes(copy);
        return new SealedDocument(copy.heading().audience(), partner, bytes, key.seal(bytes));
    }
}
