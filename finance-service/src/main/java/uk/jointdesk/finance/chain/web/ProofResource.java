package uk.jointdesk.finance.chain.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.chain.ChainSealer;
import uk.jointdesk.finance.chain.domain.Chain;
import uk.jointdesk.finance.chain.domain.Proof;
import uk.jointdesk.finance.chain.store.ChainSeals;
import uk.jointdesk.finance.period.store.PeriodCloses;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/ledger/proof")
@Tag(name = "Ledger")
public class ProofResource {
    private final ChainSealer sealer;
    private final ChainSeals seals;
    private final PeriodCloses closes;
    private final WholeService wholeService;

    public ProofResource(ChainSealer sealer, ChainSeals seals, PeriodCloses closes, WholeService wholeService) {
        this.sealer = sealer;
        this.seals = seals;
        this.closes = closes;
        this.wholeService = wholeService;
    }

    /** Whether the ledger is what was posted. */
    @Schema(name = "LedgerProof")
    public record ProofView(
            @Schema(description = "Every journal fits its digest, and every closed period what its close froze")
            boolean intact,

            @Schema(description = "How many journals the chain holds, and the last digest of it")
            Chain head,

            @Schema(description = "The first journal that does not fit")
            Proof.Misfit firstMisfit,

            @Schema(description = "Closed periods whose journals no longer add up to what the close froze")
            List<PeriodName> changedPeriods,

            @Schema(description = "Journals posted a moment ago and not in the chain yet")
            long unsealed) {}

    @Schema(name = "PeriodName")
    public record PeriodName(String financialYear, int period) {
        static PeriodName of(Period period) {
            return new PeriodName(period.year().code(), period.number());
        }
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR})
    @Operation(
            operationId = "proveLedger",
            summary = "Compute the chain of digests again and name the first journal that does not fit",
            description =
                    "Each digest is SHA-256 over the digest before, a line feed and the journal as rows in the text"
                            + " format of PostgreSQL's COPY. A head that was written down elsewhere, as at the close of a period,"
                            + " shows whether the whole chain was made anew.")
    public ProofView prove() {
        wholeService.required();
        sealer.sealAll();
        ChainSeals.Finding found = seals.prove();
        List<PeriodName> changed = closes.changed().stream().map(PeriodName::of).toList();
        return new ProofView(
                found.firstMisfit() == null && changed.isEmpty(),
                found.head(),
                found.firstMisfit(),
                changed,
                found.unsealed());
    }
}
