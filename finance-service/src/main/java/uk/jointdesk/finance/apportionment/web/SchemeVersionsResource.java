package uk.jointdesk.finance.apportionment.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.Standing;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/apportionment-schemes/{code}/versions")
@Tag(name = "Apportionment")
public class SchemeVersionsResource {
    private final Schemes schemes;
    private final Proposals proposals;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    public SchemeVersionsResource(
            Schemes schemes,
            Proposals proposals,
            WholeService wholeService,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.schemes = schemes;
        this.proposals = proposals;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    public record BoardDecision(
            @NotNull Standing.Outcome outcome,
            @NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "schemeVersions",
            summary = "The dated versions of a scheme, oldest first",
            description = "With what the board decided. Only an APPROVED version is in force.")
    @APIResponse(responseCode = "200", description = "All of them, rejected ones too")
    @APIResponse(responseCode = "404", description = "No scheme has this code")
    public Page<SchemeView.VersionView> versions(@PathParam("code") String code) {
        return Page.whole(
                scheme(code).versions().stream().map(SchemeView.VersionView::of).toList());
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "proposeSchemeVersion",
            summary = "Propose a version that is in force from a day on, once the board approves it",
            description = "It must begin after every other version that was not rejected: what was in force is never"
                    + " rewritten. Weights that are read from driver values are read now, so that the board decides on"
                    + " what it sees.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SchemeView.VersionView.class)))
    @APIResponse(responseCode = "404", description = "No scheme has this code")
    @APIResponse(responseCode = "409", description = "Another version was proposed meanwhile")
    @APIResponse(responseCode = "422", description = "The numbers do not suit the method, or a driver has no values")
    public Response propose(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @NotNull @Valid VersionInput body) {
        scheme(code);
        Proposals.Proposal proposal = proposals.read(body);
        return idempotency.once(key, List.of(code, body), () -> {
            SchemeRecord.Version added = proposals.next(scheme(code), body, proposal);
            if (!schemes.add(code, added, proposal.values())) {
                throw Refusal.conflict("version-raced", "Another version was added meanwhile.");
            }
            return Response.status(201).entity(SchemeView.VersionView.of(added)).build();
        });
    }

    @POST
    @Path("{number}/decision")
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "decideSchemeVersion",
            summary = "Approve a version or reject it",
            description = "Once, by another client than proposed it.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SchemeView.VersionView.class)))
    @APIResponse(responseCode = "403", description = "The caller proposed it")
    @APIResponse(responseCode = "404", description = "No such version")
    @APIResponse(responseCode = "409", description = "It is decided already")
    public Response decide(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @PathParam("number") int number,
            @NotNull @Valid BoardDecision body) {
        version(code, number);
        return idempotency.once(key, List.of(code, number, body), () -> {
            SchemeRecord.Version asked = version(code, number);
            checkDecider(asked);
            Standing.Decision decision =
                    new Standing.Decision(body.outcome(), body.reason(), clock.instant(), caller.client());
            if (!schemes.decide(code, asked.version(), decision)) {
                throw decided();
            }
            return Response.ok(SchemeView.VersionView.of(version(code, number))).build();
        });
    }

    private void checkDecider(SchemeRecord.Version asked) {
        if (asked.standing().decision() != null) {
            throw decided();
        }
        if (asked.standing().proposedBy().equals(caller.client())) {
            throw Refusal.forbidden("approver-is-proposer", "Who proposed a version does not decide on it.");
        }
    }

    private static Refusal decided() {
        return Refusal.conflict("version-decided", "The board has decided on it already.");
    }

    private SchemeRecord.Version version(String code, int number) {
        return scheme(code).version(number).orElseThrow(Refusal::notFound);
    }

    private SchemeRecord scheme(String code) {
        wholeService.required();
        return schemes.find(code).orElseThrow(Refusal::notFound);
    }
}
