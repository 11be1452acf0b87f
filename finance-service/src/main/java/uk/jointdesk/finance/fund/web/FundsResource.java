package uk.jointdesk.finance.fund.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.access.WholeService;
import uk.jointdesk.finance.fund.domain.Fund;
import uk.jointdesk.finance.fund.domain.FundClaim;
import uk.jointdesk.finance.fund.store.FundClaims;
import uk.jointdesk.finance.fund.store.Funds;
import uk.jointdesk.finance.year.web.DayParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

@Path("/api/v1/funds")
@Tag(name = "Funds", description = "Money for one purpose only: awarded, spent, claimed, carried forward")
public class FundsResource {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final Funds funds;
    private final FundClaims claims;
    private final FundBooks books;
    private final WholeService wholeService;
    private final Idempotency idempotency;
    private final Clock clock;

    public FundsResource(
            Funds funds,
            FundClaims claims,
            FundBooks books,
            WholeService wholeService,
            Idempotency idempotency,
            Clock clock) {
        this.funds = funds;
        this.claims = claims;
        this.books = books;
        this.wholeService = wholeService;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "listFunds", summary = "Earmarked funds and grants, and where each stands on a day")
    public Page<FundView> list(@QueryParam("asAt") String asAt) {
        wholeService.required();
        LocalDate day = day(asAt);
        return Page.whole(
                funds.all().stream().map(entry -> books.view(entry.fund(), day)).toList());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "readFund",
            summary = "One fund: spent, claimed, unclaimed and carried forward, by year and by partner",
            description = "Lines belong to a fund by their project code; Covid-19 has the lines of its own kind.")
    @APIResponse(
            responseCode = "200",
            description = "The fund on that day; the ETag is what a change starts from",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FundView.class)))
    public Response one(@PathParam("code") String code, @QueryParam("asAt") String asAt) {
        return answer(200, fund(code), day(asAt));
    }

    @POST
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "addFund", summary = "Add a grant or an earmarked reserve")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            headers = @Header(name = "Location", description = "Where it is read"),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FundView.class)))
    @APIResponse(responseCode = "409", description = "A fund has this code or this project")
    public Response add(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid FundInput.New body) {
        wholeService.required();
        Fund fund = body.fund();
        return idempotency.once(key, body, () -> {
            if (!funds.add(fund)) {
                throw Refusal.conflict("fund-exists", "A fund has this code or this project.");
            }
            return answer(201, fund(fund.code()), day(null));
        });
    }

    @PATCH
    @Path("{code}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "changeFund",
            summary = "Change award, conditions or end of a fund; what the patch leaves out stays")
    @APIResponse(
            responseCode = "200",
            description = "As it is after the change",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FundView.class)))
    public Response change(
            @HeaderParam("If-Match") String ifMatch,
            @PathParam("code") String code,
            @NotNull @Valid FundInput.Change body) {
        long expected = Version.required(ifMatch);
        Funds.Versioned entry = fund(code);
        Version.check(expected, entry.version());
        if (!funds.change(body.applyTo(entry.fund()), expected)) {
            throw Refusal.stale();
        }
        return answer(200, fund(code), day(null));
    }

    @GET
    @Path("{code}/claims")
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(operationId = "listFundClaims", summary = "Claims on a fund in the order they were made")
    public Page<FundView.Claim> claims(@PathParam("code") String code) {
        Fund fund = fund(code).fund();
        return Page.whole(claims.of(fund.code(), DayParameter.LATEST).stream()
                .map(FundView.Claim::of)
                .toList());
    }

    @POST
    @Path("{code}/claims")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(
            operationId = "claimFund",
            summary = "Claim spend of a fund for a partner",
            description = "Nobody claims more than its part of the spend, nor all together more than the award.")
    @APIResponse(
            responseCode = "201",
            description = "Claimed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FundView.Claim.class)))
    public Response claim(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @NotNull @Valid FundInput.Claim body) {
        Fund fund = fund(code).fund();
        FundClaim claim = body.claim(code);
        return idempotency.once(key, body, () -> answer(books.claim(fund, claim)));
    }

    @POST
    @Path("{code}/claims/{id}/withdrawal")
    @RolesAllowed(Roles.FINANCE_OFFICER)
    @Operation(operationId = "withdrawFundClaim", summary = "Take a claim back as a whole; it can be taken back once")
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn: a claim of its own that takes the first one back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FundView.Claim.class)))
    @APIResponse(responseCode = "409", description = "It was withdrawn before")
    public Response withdraw(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @PathParam("id") UUID id,
            @NotNull @Valid FundInput.Withdrawal body) {
        Fund fund = fund(code).fund();
        return idempotency.once(key, body, () -> answer(books.withdraw(fund, id, body)));
    }

    private static Response answer(FundClaim claim) {
        return Response.status(201).entity(FundView.Claim.of(claim)).build();
    }

    private Response answer(int status, Funds.Versioned entry, LocalDate day) {
        return Response.status(status)
                .entity(books.view(entry.fund(), day))
                .tag(Version.tag(entry.version()))
                .location(URI.create("/api/v1/funds/" + entry.fund().code()))
                .build();
    }

    private Funds.Versioned fund(String code) {
        wholeService.required();
        return funds.find(code).orElseThrow(Refusal::notFound);
    }

    private LocalDate day(String written) {
        return DayParameter.of(
                "asAt", written, () -> clock.instant().atZone(LONDON).toLocalDate());
    }
}
