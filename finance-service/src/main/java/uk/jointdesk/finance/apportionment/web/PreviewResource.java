package uk.jointdesk.finance.apportionment.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.apportionment.domain.DividedCost;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Span;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/apportionments/preview")
@Tag(name = "Apportionment")
public class PreviewResource {
    private final FundingPartners register;
    private final Idempotency idempotency;

    public PreviewResource(FundingPartners register, Idempotency idempotency) {
        this.register = register;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "previewApportionment",
            summary = "Divide a cost among partners to the penny, without keeping anything",
            description = "A negative total is divided by its absolute value. Sub-bodies are billed under their parent"
                    + " and listed within its share.")
    @APIResponse(
            responseCode = "200",
            description = "Each share, how it was rounded, and the segments of a dated cost",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PreviewAnswer.class)))
    public Response preview(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid PreviewRequest request) {
        return idempotency.once(key, request, () -> Response.ok(answer(request)).build());
    }

    private PreviewAnswer answer(PreviewRequest request) {
        Money total = request.total().read("/total");
        Formula formula = FormulaInput.read(request.method(), request.weights(), request.drivers(), known(request));
        Members members = members(request);
        return request.isDated()
                ? PreviewAnswer.dated(formula, DividedCost.of(total, span(request), Scheme.of(formula), members))
                : PreviewAnswer.undated(total, formula, DividedCost.undated(total, formula, members));
    }

    /** A what-if may bring a partner that is in nobody's register yet, if it says when it is a member. */
    private Set<String> known(PreviewRequest request) {
        Set<String> known = new HashSet<>(register.codes());
        if (request.members() != null) {
            request.members().forEach(member -> known.add(member.partner()));
        }
        return known;
    }

    private Members members(PreviewRequest request) {
        if (request.members() == null) {
            return register.members();
        }
        Set<String> known = known(request);
        for (int i = 0; i < request.members().size(); i++) {
            check(request, i, known);
        }
        return Members.of(request.members().stream()
                .map(PreviewRequest.Member::membership)
                .toList());
    }

    private static void check(PreviewRequest request, int index, Set<String> known) {
        PreviewRequest.Member member = request.members().get(index);
        String pointer = "/members/" + index;
        if (member.parent() != null && !known.contains(member.parent())) {
            throw new RuleBroken("partner-unknown", pointer + "/parent", "No funding partner has this code.");
        }
        if (member.memberFrom() != null
                && member.memberTo() != null
                && member.memberTo().isBefore(member.memberFrom())) {
            throw new RuleBroken("dates-reversed", pointer + "/memberTo", "The last day is before the first.");
        }
        if (!request.isDated() && (member.memberFrom() != null || member.memberTo() != null)) {
            throw new RuleBroken("dates-needed", "/from", "Dated members need the days the cost is for.");
        }
    }

    private static Span span(PreviewRequest request) {
        if (request.from() == null || request.to() == null) {
            String missing = request.from() == null ? "/from" : "/to";
            throw new RuleBroken("dates-needed", missing, "A dated cost has a first and a last day.");
        }
        if (request.to().isBefore(request.from())) {
            throw new RuleBroken("dates-reversed", "/to", "The last day is before the first.");
        }
        return new Span(request.from(), request.to());
    }
}
