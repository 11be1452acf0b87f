package uk.jointdesk.finance.partner.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.partner.domain.FundingPartner;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

@Path("/api/v1/funding-partners")
@Tag(name = "Apportionment")
public class FundingPartnersResource {
    /** Words that stand in the place of a partner code in answers. */
    private static final Set<String> RESERVED = Set.of("ALL", "OTHERS", "UNATTRIBUTED");

    private final FundingPartners register;
    private final Idempotency idempotency;

    public FundingPartnersResource(FundingPartners register, Idempotency idempotency) {
        this.register = register;
        this.idempotency = idempotency;
    }

    public record NewPartner(
            @NotNull @Pattern(regexp = "[A-Z0-9]{2,16}") String code,
            @NotBlank @Size(max = 200) String name,
            String parent,
            @NotNull LocalDate memberFrom,
            LocalDate memberTo,
            @NotBlank @Size(max = 500) String source) {
        FundingPartner partner() {
            return new FundingPartner(code, name, parent, memberFrom, memberTo, source, 1);
        }
    }

    /** @param memberTo last day of membership */
    public record Leaving(@NotNull LocalDate memberTo) {}

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listFundingPartners",
            summary = "Partners that share in the cost, with the days of their membership (both inclusive)")
    public Page<FundingPartner> list() {
        return Page.whole(register.all());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "readFundingPartner", summary = "One funding partner")
    @APIResponse(
            responseCode = "200",
            description = "The partner; the ETag is what a change starts from",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FundingPartner.class)))
    public Response one(@PathParam("code") String code) {
        return answer(200, register.find(code).orElseThrow(Refusal::notFound));
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "addFundingPartner", summary = "Add a partner that joins, or a sub-body under its parent")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FundingPartner.class)))
    @APIResponse(responseCode = "409", description = "The register has the code")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewPartner body) {
        checkCode(body.code());
        checkParent(body.parent());
        checkDays(body.memberFrom(), body.memberTo());
        return idempotency.once(key, body, () -> {
            if (!register.add(body.partner())) {
                throw Refusal.conflict("partner-exists", body.code() + " is in the register.");
            }
            return answer(201, body.partner());
        });
    }

    @PATCH
    @Path("{code}")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "endFundingPartnership", summary = "Record the last day of a partner that leaves")
    @APIResponse(
            responseCode = "200",
            description = "The partner with its last day",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FundingPartner.class)))
    public Response leave(
            @HeaderParam("If-Match") String ifMatch, @PathParam("code") String code, @NotNull @Valid Leaving body) {
        long expected = Version.required(ifMatch);
        FundingPartner partner = register.find(code).orElseThrow(Refusal::notFound);
        Version.check(expected, partner.version());
        checkDays(partner.memberFrom(), body.memberTo());
        if (!register.leave(code, body.memberTo(), expected)) {
            throw Refusal.stale();
        }
        return one(code);
    }

    private static void checkCode(String code) {
        if (RESERVED.contains(code)) {
            throw new RuleBroken("partner-code-reserved", "/code", code + " has another meaning in answers.");
        }
    }

    private void checkParent(String parent) {
        if (parent != null
                && register.find(parent).filter(p -> p.parent() == null).isEmpty()) {
            throw new RuleBroken("partner-unknown", "/parent", "A parent is a partner that has no parent itself.");
        }
    }

    private static void checkDays(LocalDate from, LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw new RuleBroken("dates-reversed", "/memberTo", "The last day is before the first, " + from + ".");
        }
    }

    private static Response answer(int status, FundingPartner partner) {
        return Response.status(status)
                .entity(partner)
                .tag(Version.tag(partner.version()))
                .build();
    }
}
