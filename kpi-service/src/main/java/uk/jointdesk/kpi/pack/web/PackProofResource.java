package uk.jointdesk.kpi.pack.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.CellTickets;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.PerformanceNotice;
import uk.jointdesk.kpi.pack.domain.Seal;
import uk.jointdesk.kpi.pack.store.DocumentStore;
import uk.jointdesk.kpi.pack.store.SigningKey;

/** What makes a published pack checkable: its digest, its signature, the keys, the tickets behind each cell. */
@Path("/api/v1/packs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Packs")
public class PackProofResource {

    private final PackReader reader;
    private final PackRights rights;
    private final DocumentStore documents;
    private final SigningKey key;

    public PackProofResource(PackReader reader, PackRights rights, DocumentStore documents, SigningKey key) {
        this.reader = reader;
        this.rights = rights;
        this.documents = documents;
        this.key = key;
    }

    /** The digest of the bytes that {@code .json} gives. */
    public record DigestView(String algorithm, String digest, long bytes, Audience audience, String partner) {}

    /** A detached signature over the bytes that {@code .json} gives. */
    public record SignatureView(String algorithm, String signature, String keyId, String publicKey, String digest) {}

    /** A key as X.509 SubjectPublicKeyInfo in base64. */
    public record KeyView(String keyId, String algorithm, String publicKey, boolean inUse) {}

    /** The tickets of one cell, by reference. */
    public record TicketsView(
            String cell, List<String> numerator, List<String> denominator, List<String> excluded, String definition) {}

    @GET
    @Path("{id}/digest")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.AUDITOR,
        Roles.SERVICE_DESK,
        Roles.FINANCE_OFFICER,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    @Operation(operationId = "packDigest", summary = "The SHA-256 digest of a published pack's JSON")
    @APIResponse(responseCode = "200", description = "The digest, and of which copy it is")
    @APIResponse(responseCode = "409", description = "It is not published")
    public DigestView digest(@PathParam("id") String id, @QueryParam("audience") String audience) {
        PackReader.Copy copy = reader.published(id, audience);
        return new DigestView(
                Seal.DIGEST,
                copy.digest(),
                copy.bytes().length,
                copy.document().heading().audience(),
                copy.document().heading().partner());
    }

    @GET
    @Path("{id}/signature")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.AUDITOR,
        Roles.SERVICE_DESK,
        Roles.FINANCE_OFFICER,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    @Operation(operationId = "packSignature", summary = "The detached Ed25519 signature of a published pack's JSON")
    @APIResponse(responseCode = "200", description = "The signature, and the key that verifies it")
    @APIResponse(responseCode = "409", description = "It is not published")
    public SignatureView signature(@PathParam("id") String id, @QueryParam("audience") String audience) {
        Seal seal = reader.published(id, audience).seal();
        return new SignatureView(Seal.SIGNATURE, seal.signature(), seal.keyId(), seal.publicKey(), seal.digest());
    }

    @GET
    @Path("keys")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.AUDITOR,
        Roles.SERVICE_DESK,
        Roles.FINANCE_OFFICER,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    @Operation(operationId = "packKeys", summary = "The public keys that packs were signed with, and the one in use")
    public Page<KeyView> keys() {
        String inUse = Seal.keyId(key.publicKey());
        Map<String, KeyView> keys = new TreeMap<>();
        keys.put(inUse, view(inUse, Base64.getEncoder().encodeToString(key.publicKey()), inUse));
        documents.keys().forEach(old -> keys.put(old.keyId(), view(old.keyId(), old.publicKey(), inUse)));
        return Page.whole(List.copyOf(keys.values()));
    }

    @GET
    @Path("{id}/tickets")
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.PERFORMANCE_ANALYST, Roles.AUDITOR})
    @Operation(
            operationId = "packTickets",
            summary = "The tickets behind a cell of a pack, as they were frozen with it",
            description = "For a total, those of the cells it is the sum of.")
    @APIResponse(responseCode = "200", description = "References of tickets")
    @APIResponse(responseCode = "404", description = "The pack or the cell is unknown, or not the caller's")
    public TicketsView tickets(
            @PathParam("id") String id, @QueryParam("cell") @Parameter(required = true) String cell) {
        if (cell == null) {
            throw Asked.refused("cell", "the id of a cell");
        }
        if (!rights.worksOnPacks()) {
            throw Refusal.notFound();
        }
        Map<String, Figure> figures = reader.copy(id, null).document().figuresById();
        if (!figures.containsKey(cell)) {
            throw Refusal.notFound();
        }
        CellTickets behind = CellTickets.of(figures, cell);
        return new TicketsView(
                cell,
                behind.numerator(),
                behind.denominator(),
                behind.excluded(),
                figures.get(cell).definition());
    }

    @GET
    @Path("{id}/contract-performance-notice")
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.PERFORMANCE_ANALYST, Roles.AUDITOR, Roles.FINANCE_OFFICER})
    @Operation(
            operationId = "contractPerformanceNotice",
            summary = "The contract performance notice (UK9) of a published pack",
            description = "Procurement Act 2023, section 71: the ratings of the key performance indicators, from the"
                    + " cells of the pack's widest copy. unmet says what the Act asks for and the pack does not have.")
    @APIResponse(responseCode = "200", description = "The notice, and what it lacks")
    @APIResponse(responseCode = "409", description = "It is not published, or its plan names no contract")
    public PerformanceNotice notice(@PathParam("id") String id) {
        PackReader.Copy copy = reader.widest(id);
        if (copy.document().contract() == null) {
            throw Refusal.conflict("contract-missing", "The pack's plan names no contract.");
        }
        return PerformanceNotice.of(copy.document(), copy.digest());
    }

    private static KeyView view(String id, String publicKey, String inUse) {
        return new KeyView(id, Seal.SIGNATURE, publicKey, id.equals(inUse));
    }
}
