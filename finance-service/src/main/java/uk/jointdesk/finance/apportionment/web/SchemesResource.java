package uk.jointdesk.finance.apportionment.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.money.web.ExactNumber;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/apportionment-schemes")
@Tag(name = "Apportionment")
public class SchemesResource {
    private final Schemes schemes;
    private final FundingPartners register;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Caller caller;

    public SchemesResource(
            Schemes schemes,
            FundingPartners register,
            WholeService wholeService,
            Idempotency idempotency,
            Caller caller) {
        this.schemes = schemes;
        this.register = register;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    public record NewScheme(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}")
            String code,

            @NotBlank @Size(max = 200) String title) {}

    public record NewVersion(
            @NotNull LocalDate validFrom,
            @NotNull Method method,
            @NotEmpty @Size(max = 500) Map<String, ExactNumber> weights,
            @Size(max = 50) Map<String, Map<String, ExactNumber>> drivers,
            @NotBlank @Size(max = 500) String source,
            Boolean assumption) {}

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(summary = "Apportionment schemes, each with its latest version")
    public Page<SchemeView> list() {
        wholeService.required();
        return Page.whole(schemes.all().stream().map(SchemeView::of).toList());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(summary = "One apportionment scheme")
    public SchemeView one(@PathParam("code") String code) {
        return SchemeView.of(scheme(code));
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(summary = "Name a scheme; its versions follow")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewScheme body) {
        wholeService.required();
        return idempotency.once(key, body, () -> {
            if (!schemes.add(body.code(), body.title())) {
                throw Refusal.conflict("scheme-exists", "There is a scheme " + body.code() + ".");
            }
            return Response.status(201).entity(one(body.code())).build();
        });
    }

    @GET
    @Path("{code}/versions")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(summary = "The dated versions of a scheme, oldest first")
    public Page<SchemeView.VersionView> versions(@PathParam("code") String code) {
        return Page.whole(
                scheme(code).versions().stream().map(SchemeView.VersionView::of).toList());
    }

    @POST
    @Path("{code}/versions")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            summary = "Add a version that is in force from a day on",
            description = "It must begin after every other version: what was in force is never rewritten.")
    public Response addVersion(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @NotNull @Valid NewVersion body) {
        scheme(code);
        Formula formula = FormulaInput.read(body.method(), body.weights(), body.drivers(), register.codes());
        return idempotency.once(key, List.of(code, body), () -> {
            SchemeRecord.Version added = next(scheme(code), body, formula);
            if (!schemes.add(code, added, caller.client())) {
                throw Refusal.conflict("version-raced", "Another version was added meanwhile.");
            }
            return Response.status(201).entity(SchemeView.VersionView.of(added)).build();
        });
    }

    private static SchemeRecord.Version next(SchemeRecord scheme, NewVersion body, Formula formula) {
        boolean later = scheme.versions().stream()
                .allMatch(version -> version.version().validFrom().isBefore(body.validFrom()));
        if (!later) {
            throw new RuleBroken(
                    "version-not-later", "/validFrom", "A version begins after every other version of its scheme.");
        }
        int number = scheme.versions().size() + 1;
        return new SchemeRecord.Version(
                new SchemeVersion(number, body.validFrom(), formula),
                body.source(),
                Boolean.TRUE.equals(body.assumption()));
    }

    private SchemeRecord scheme(String code) {
        wholeService.required();
        return schemes.find(code).orElseThrow(Refusal::notFound);
    }
}
