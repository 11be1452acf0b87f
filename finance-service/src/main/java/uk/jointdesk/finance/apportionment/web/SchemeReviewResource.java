package uk.jointdesk.finance.apportionment.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.apportionment.SchemeReviews;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.store.Rebasings;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/apportionment-schemes/{code}")
@Tag(name = "Apportionment")
public class SchemeReviewResource {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final Schemes schemes;
    private final SchemeReviews reviews;
    private final Rebasings rebasings;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Clock clock;

    public SchemeReviewResource(
            Schemes schemes,
            SchemeReviews reviews,
            Rebasings rebasings,
            WholeService wholeService,
            Idempotency idempotency,
            Clock clock) {
        this.schemes = schemes;
        this.reviews = reviews;
        this.rebasings = rebasings;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Schema(name = "NewRebasing")
    public record NewRebasing(
            @NotNull @Schema(description = "First day the weights would be for")
            LocalDate from,

            @Schema(description = "Only under the rule SNAPSHOT: a day of the month that is read")
            LocalDate snapshotOn) {}

    @GET
    @Path("review")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "schemeReview",
            summary = "Whether the weights in force are to be looked at again, and why",
            description = "Because the day that was agreed has come, or because a driver has moved further than is"
                    + " tolerated. Compared are the weights in force and the latest values, or the average they would be"
                    + " replaced by.")
    @APIResponse(responseCode = "200", description = "Whether it is time, and each reason")
    @APIResponse(responseCode = "404", description = "No scheme has this code")
    @APIResponse(responseCode = "422", description = "No version is in force on that day")
    public ReviewView review(@PathParam("code") String code, @QueryParam("asAt") String asAt) {
        SchemeRecord scheme = scheme(code);
        return ReviewView.of(scheme.code(), reviews.review(scheme, day(asAt)));
    }

    @GET
    @Path("rebasings")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "schemeRebasings",
            summary = "The times weights were to be read again, oldest first, and what came of it")
    public Page<ReviewView.RebasingView> rebasings(@PathParam("code") String code) {
        scheme(code);
        return Page.whole(
                rebasings.of(code).stream().map(ReviewView.RebasingView::of).toList());
    }

    @POST
    @Path("rebasings")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "rebaseScheme",
            summary = "Read the weights again by the rule in force",
            description =
                    "A version follows only if a driver has moved further than the version in force tolerates; else"
                            + " the weights stay, and the finding is kept. The rule is approved already, so the board does not"
                            + " decide again.")
    @APIResponse(
            responseCode = "201",
            description = "Looked at; `outcome` says what came of it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReviewView.RebasingView.class)))
    @APIResponse(responseCode = "404", description = "No scheme has this code")
    @APIResponse(responseCode = "422", description = "The weights in force were given, or a driver has no values")
    public Response rebase(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @NotNull @Valid NewRebasing body) {
        scheme(code);
        return idempotency.once(key, List.of(code, "rebasings", body), () -> Response.status(201)
                .entity(ReviewView.RebasingView.of(reviews.rebase(scheme(code), body.from(), body.snapshotOn())))
                .build());
    }

    private LocalDate day(String asAt) {
        try {
            return asAt == null ? LocalDate.ofInstant(clock.instant(), LONDON) : LocalDate.parse(asAt);
        } catch (DateTimeException notADay) {
            throw Refusal.malformed(
                    "date-malformed",
                    "A day is written as 2021-06-30.",
                    FieldError.query("asAt", "such as 2021-06-30"));
        }
    }

    private SchemeRecord scheme(String code) {
        wholeService.required();
        return schemes.find(code).orElseThrow(Refusal::notFound);
    }
}
