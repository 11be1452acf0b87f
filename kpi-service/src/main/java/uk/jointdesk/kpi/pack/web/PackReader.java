package uk.jointdesk.kpi.pack.web;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kpi.pack.PackCompiler;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.domain.PackState;
import uk.jointdesk.kpi.pack.domain.Projection;
import uk.jointdesk.kpi.pack.domain.Seal;
import uk.jointdesk.kpi.pack.domain.SealedDocument;
import uk.jointdesk.kpi.pack.store.DocumentStore;
import uk.jointdesk.kpi.pack.store.PackJson;
import uk.jointdesk.kpi.pack.store.PackList;
import uk.jointdesk.kpi.pack.store.PackStore;

/** The copy of a pack that a caller may have: the frozen one, or of a draft what it would be now. */
@ApplicationScoped
public class PackReader {

    private final PackStore packs;
    private final PackList listed;
    private final DocumentStore documents;
    private final PackCompiler compiler;
    private final PackRights rights;

    public PackReader(
            PackStore packs, PackList listed, DocumentStore documents, PackCompiler compiler, PackRights rights) {
        this.packs = packs;
        this.listed = listed;
        this.documents = documents;
        this.compiler = compiler;
        this.rights = rights;
    }

    /**
     * A copy.
     *
     * @param seal null for a draft
     */
    public record Copy(PackDocument document, byte[] bytes, Seal seal) {
        public String digest() {
            return seal == null ? null : seal.digest();
        }
    }

    /** @param asked the audience whose copy it is, null for the caller's own */
    public Copy copy(String id, String asked) {
        Audience audience = rights.audience(asked);
        PackState state = listed.find(id).orElseThrow(Refusal::notFound).state();
        return state == PackState.PUBLISHED ? published(id, audience) : draft(id, audience);
    }

    /** The published copy; a pack on its way is refused. */
    public Copy published(String id, String asked) {
        Copy copy = copy(id, asked);
        if (copy.seal() == null) {
            throw Refusal.conflict("pack-not-published", "Only what is published is digested and signed.");
        }
        return copy;
    }

    /** The published copy for the widest audience the pack has. */
    public Copy widest(String id) {
        PackList.Listed pack = listed.find(id).orElseThrow(Refusal::notFound);
        return published(id, pack.audience().name());
    }

    private Copy published(String id, Audience audience) {
        SealedDocument sealed = documents.find(id, audience).orElseThrow(Refusal::notFound);
        if (!sealed.isIntact()) {
            throw new Refusal(500, "pack-altered", "What is kept of this pack is not what was signed.");
        }
        return new Copy(PackJson.read(sealed.content(), PackDocument.class), sealed.content(), sealed.seal());
    }

    private Copy draft(String id, Audience audience) {
        if (!rights.worksOnPacks()) {
            throw Refusal.notFound();
        }
        Pack pack = packs.find(id).orElseThrow(Refusal::notFound);
        if (!audience.mayRead(pack.plan().audience())) {
            throw Refusal.notFound();
        }
        PackDocument whole = compiler.compile(pack, packs.steps(id), null);
        PackDocument copy = Projection.of(audience).of(whole);
        return new Copy(copy, PackJson.bytes(copy), null);
    }
}
