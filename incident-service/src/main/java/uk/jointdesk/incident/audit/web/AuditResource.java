package uk.jointdesk.incident.audit.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.audit.domain.Chain;
import uk.jointdesk.incident.audit.store.AuditSeals;
import uk.jointdesk.incident.audit.store.AuditTrail;
import uk.jointdesk.incident.audit.store.AuditTrail.Wanted;
import uk.jointdesk.incident.partner.web.NamedPartners;
import uk.jointdesk.incident.ticket.web.TicketRights;
import uk.jointdesk.incident.ticket.web.Times;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** The audit trail, for the auditor and for the partner concerned. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what, from where, with which client")
public class AuditResource {

    private final AuditTrail trail;
    private final AuditSeals seals;
    private final NamedPartners partners;
    private final TicketRights rights;
    private final Caller caller;

    public AuditResource(
            AuditTrail trail, AuditSeals seals, NamedPartners partners, TicketRights rights, Caller caller) {
        this.trail = trail;
        this.seals = seals;
        this.partners = partners;
        this.rights = rights;
        this.caller = caller;
    }

    /** Whether the chain holds. */
    public record Verification(
            @Schema(description = "How many entries are sealed")
            long entries,

            @Schema(description = "Whether every hash is the one that its entry and the hash before it give")
            boolean intact,

            @Schema(description = "The first position at which the chain does not hold")
            Long brokenAt,

            @Schema(
                    description =
                            "The last hash. Written down elsewhere, it shows later whether the chain was made anew")
            String head,

            @Schema(description = "Entries written a moment ago and not sealed yet")
            long waiting) {}

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.BOROUGH_CLIENT})
    @Operation(
            summary = "Read the audit trail",
            description = "Every write, done or refused, the latest first. A council reads what concerns it, except"
                    + " what only the desk reads, such as the writing of an internal note.")
    public Page<AuditView> list(
            @Parameter(description = "A partner that is concerned") @QueryParam("partner") String partner,
            @Parameter(description = "A ticket, a major incident, a problem, or whatever else has a name")
                    @QueryParam("reference")
                    String reference,
            @Parameter(description = "The client of the token") @QueryParam("client") String client,
            @Parameter(description = "An instant, or a day from its first instant") @QueryParam("from") String from,
            @Parameter(description = "An instant, excluded, or a day to its last instant") @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        Wanted wanted = new Wanted(
                visible(partner),
                reference,
                client,
                Times.from(from, "from"),
                Times.to(to, "to"),
                rights.readsInternal());
        boolean everybodys = caller.scope().all();
        return trail.page(wanted, cursor, Limit.of(limit))
                .map(found -> AuditView.of(found, partners.visible(found.entry().partners()), everybodys));
    }

    @GET
    @Path("verification")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            summary = "Check the audit trail",
            description =
                    "Computes every hash of the chain again. There is one chain for the whole service; each entry's hash"
                            + " covers the one before it.")
    public Verification verify() {
        if (!caller.scope().all()) {
            throw Refusal.forbidden("partner-not-yours", "The chain is whole only for who sees everybody's.");
        }
        AuditSeals.Finding finding = seals.verify();
        Chain chain = finding.chain();
        return new Verification(
                chain.length(), chain.brokenAt() == null, chain.brokenAt(), chain.head(), finding.waiting());
    }

    /** A partner to filter by; asking for one that is not the caller's finds nothing. */
    private String visible(String partner) {
        return partner == null || caller.scope().covers(partner) ? partner : "-";
    }
}
