package uk.jointdesk.finance.party.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.partner.domain.FundingPartner;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.party.domain.PartyVersion;
import uk.jointdesk.finance.party.store.BillingParties;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

@Path("/api/v1/billing-parties")
@Tag(name = "Bills")
public class BillingPartiesResource {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final BillingParties parties;
    private final FundingPartners register;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    public BillingPartiesResource(
            BillingParties parties,
            FundingPartners register,
            WholeService wholeService,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.parties = parties;
        this.register = register;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listBillingParties",
            summary = "Names, addresses and identifiers that stand on bills, in their latest versions")
    @APIResponse(responseCode = "200", description = "All of them, by partner code")
    public Page<PartyView> list() {
        wholeService.required();
        return Page.whole(parties.latest().stream().map(PartyView::of).toList());
    }

    @GET
    @Path("{partner}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "oneBillingParty", summary = "The latest version of one council as bills name it")
    @APIResponse(
            responseCode = "200",
            description = "Its latest version; the ETag is what a change starts from",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartyView.class)))
    @APIResponse(responseCode = "404", description = "Bills do not name such a partner")
    public Response one(@PathParam("partner") String partner) {
        wholeService.required();
        return answer(200, partner);
    }

    @GET
    @Path("{partner}/versions")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "billingPartyVersions",
            summary = "All versions of one council as bills name it, the first first",
            description = "A bill is printed with the version that was in force on the day it was issued, always.")
    @APIResponse(responseCode = "200", description = "Its versions, with who wrote them down")
    @APIResponse(responseCode = "404", description = "Bills do not name such a partner")
    public Page<PartyView> versions(@PathParam("partner") String partner) {
        wholeService.required();
        List<PartyVersion> found = parties.versions(partner);
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        return Page.whole(found.stream().map(PartyView::of).toList());
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "addBillingParty", summary = "Write down how bills name a partner that joined")
    @APIResponse(
            responseCode = "201",
            description = "Its first version",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartyView.class)))
    @APIResponse(responseCode = "409", description = "Bills name the partner already")
    @APIResponse(responseCode = "422", description = "The partner is not billed, or an identifier is malformed")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid PartyInput body) {
        wholeService.required();
        checkBilled(body.partner());
        PartyVersion first = version(body.partner(), 1, body, false);
        return idempotency.once(key, body, () -> {
            if (!parties.add(first)) {
                throw Refusal.conflict("billing-party-exists", "Bills name " + body.partner() + " already.");
            }
            return answer(201, body.partner());
        });
    }

    @PUT
    @Path("{partner}")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "changeBillingParty",
            summary = "Write the next version of a council as bills name it, from a day on",
            description = "Bills that were issued keep what they were printed with; older versions stay readable.")
    @APIResponse(
            responseCode = "200",
            description = "Its next version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartyView.class)))
    @APIResponse(responseCode = "412", description = "Somebody else changed it meanwhile")
    @APIResponse(responseCode = "422", description = "An identifier is malformed")
    public Response change(
            @HeaderParam("If-Match") String ifMatch,
            @PathParam("partner") String partner,
            @NotNull @Valid PartyInput body) {
        wholeService.required();
        long expected = Version.required(ifMatch);
        PartyVersion latest = parties.latest(partner).orElseThrow(Refusal::notFound);
        Version.check(expected, latest.number());
        if (!parties.add(version(partner, latest.number() + 1, body, latest.host()))) {
            throw Refusal.stale();
        }
        return answer(200, partner);
    }

    private PartyVersion version(String partner, int number, PartyInput input, boolean host) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LONDON);
        return new PartyVersion(
                input.party(partner),
                number,
                input.validFrom() == null ? today : input.validFrom(),
                host,
                input.source(),
                input.assumed(),
                clock.instant(),
                caller.client());
    }

    /** Its parent is billed for a sub-body. */
    private void checkBilled(String code) {
        FundingPartner partner = register.find(code == null ? "" : code)
                .orElseThrow(() -> new RuleBroken("partner-unknown", "/partner", "No funding partner has this code."));
        if (partner.parent() != null) {
            throw new RuleBroken("partner-not-billed", "/partner", partner.parent() + " is billed for " + code + ".");
        }
    }

    private Response answer(int status, String partner) {
        PartyVersion latest = parties.latest(partner).orElseThrow(Refusal::notFound);
        return Response.status(status)
                .entity(PartyView.of(latest))
                .tag(Version.tag(latest.number()))
                .location(URI.create("/api/v1/billing-parties/" + partner))
                .build();
    }
}
