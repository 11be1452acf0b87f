package uk.jointdesk.finance.intake.web;

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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.intake.domain.CodeRule;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.finance.intake.profile.ProfileDocument;
import uk.jointdesk.finance.intake.store.ImportProfiles;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

@Path("/api/v1/import-profiles")
@Tag(name = "Imports")
public class ProfilesResource {
    private static final Pattern NAME = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,39}");
    private final ImportProfiles profiles;
    private final FundingPartners register;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Caller caller;

    public ProfilesResource(
            ImportProfiles profiles,
            FundingPartners register,
            WholeService wholeService,
            Idempotency idempotency,
            Caller caller) {
        this.profiles = profiles;
        this.register = register;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** A profile that is new. */
    @Schema(name = "NewImportProfile")
    public record NewProfile(
            @NotNull @Schema(pattern = "^[A-Z0-9][A-Z0-9-]{1,39}$")
            String name,

            @NotNull @Valid ProfileDocument profile) {}

    /** A version of a profile; imports are read by the latest at the time they are sent. */
    @Schema(name = "ImportProfileVersion")
    public record View(String name, int version, ProfileDocument profile, Instant recordedAt, String recordedBy) {
        static View of(ImportProfiles.Recorded recorded) {
            return new View(
                    recorded.name(),
                    recorded.version(),
                    recorded.document(),
                    recorded.recordedAt(),
                    recorded.recordedBy());
        }
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "listImportProfiles", summary = "Import profiles in their latest versions")
    public Page<View> list() {
        wholeService.required();
        return Page.whole(profiles.latest().stream().map(View::of).toList());
    }

    @GET
    @Path("{name}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "readImportProfile", summary = "The latest version of one import profile")
    @APIResponse(
            responseCode = "200",
            description = "The profile; the ETag is what the next version starts from",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public Response one(@PathParam("name") String name) {
        wholeService.required();
        return answer(200, name);
    }

    @GET
    @Path("{name}/versions")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "listImportProfileVersions",
            summary = "All versions of one import profile, the first first")
    public Page<View> versions(@PathParam("name") String name) {
        wholeService.required();
        List<ImportProfiles.Recorded> found = profiles.versions(name);
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        return Page.whole(found.stream().map(View::of).toList());
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "addImportProfile",
            summary = "Describe how the extracts of a sender are read and where they are posted")
    @APIResponse(
            responseCode = "201",
            description = "Its first version",
            headers = @Header(name = "Location", description = "Where it is read"),
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "409", description = "The name is taken")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewProfile body) {
        wholeService.required();
        if (!NAME.matcher(body.name()).matches()) {
            throw new RuleBroken("profile-name-malformed", "/name", "Capital letters, digits and hyphens, 2 to 40.");
        }
        check(body.profile().profile(body.name(), 1));
        return idempotency.once(key, body, () -> {
            if (!profiles.add(body.name(), 1, body.profile(), caller.client())) {
                throw Refusal.conflict("profile-exists", "There is a profile " + body.name() + ".");
            }
            return answer(201, body.name());
        });
    }

    @PUT
    @Path("{name}")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "writeImportProfile",
            summary = "Write the next version of an import profile",
            description = "Older versions stay readable.")
    @APIResponse(
            responseCode = "200",
            description = "The version that was written",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public Response next(
            @HeaderParam("If-Match") String ifMatch,
            @PathParam("name") String name,
            @NotNull @Valid ProfileDocument body) {
        wholeService.required();
        long expected = Version.required(ifMatch);
        ImportProfiles.Recorded latest = profiles.latest(name).orElseThrow(Refusal::notFound);
        Version.check(expected, latest.version());
        int version = latest.version() + 1;
        check(body.profile(name, version));
        if (!profiles.add(name, version, body, caller.client())) {
            throw Refusal.stale();
        }
        return answer(200, name);
    }

    private void check(ImportProfile profile) {
        Set<String> partners = register.codes();
        List<CodeRule> rules = profile.codes().rules();
        for (CodeRule rule : rules) {
            String partner = rule.target().partner();
            if (partner != null && !partners.contains(partner)) {
                throw new RuleBroken("partner-unknown", "/codes", "No funding partner has the code " + partner + ".");
            }
        }
    }

    private Response answer(int status, String name) {
        ImportProfiles.Recorded latest = profiles.latest(name).orElseThrow(Refusal::notFound);
        return Response.status(status)
                .entity(View.of(latest))
                .tag(Version.tag(latest.version()))
                .location(URI.create("/api/v1/import-profiles/" + name))
                .build();
    }
}
