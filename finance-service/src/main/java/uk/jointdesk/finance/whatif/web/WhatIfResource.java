package uk.jointdesk.finance.whatif.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.OwnAndOthers;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.contribution.store.ContributionFacts;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.whatif.domain.Assumed;
import uk.jointdesk.finance.whatif.domain.Comparison;
import uk.jointdesk.finance.whatif.domain.YearBill;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.store.FinancialYears;
import uk.jointdesk.finance.year.web.YearParameter;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kit.scope.Roles;

@Path("/api/v1/apportionments/what-if")
@Tag(name = "Apportionment")
public class WhatIfResource {
    private static final int MOST_YEARS = 10;
    private final ContributionFacts facts;
    private final Schemes schemes;
    private final AssumedInput input;
    private final FinancialYears opened;
    private final YearParameter years;
    private final Idempotency idempotency;
    private final Caller caller;

    public WhatIfResource(
            ContributionFacts facts,
            Schemes schemes,
            AssumedInput input,
            FinancialYears opened,
            YearParameter years,
            Idempotency idempotency,
            Caller caller) {
        this.facts = facts;
        this.schemes = schemes;
        this.input = input;
        this.opened = opened;
        this.years = years;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.FINANCE_OFFICER, Roles.BOARD_MEMBER, Roles.AUDITOR, Roles.SUITE_SERVICE})
    @Operation(
            operationId = "whatIf",
            summary = "Each partner's pounds under another scheme, driver or partner set, beside today's",
            description =
                    "Nothing is written. A council sees its own and all the others as one row OTHERS, and may move"
                            + " only its own membership: from the shares without another partner it could tell what that one"
                            + " weighs.")
    @APIResponse(
            responseCode = "200",
            description = "Today's and the other's amounts, and their difference",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WhatIfAnswer.class)))
    @APIResponse(responseCode = "422", description = "An assumption cannot be, or a scheme is in force on no day")
    public Response whatIf(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid WhatIfRequest request) {
        return idempotency.once(key, request, () -> Response.ok(answer(request)).build());
    }

    private WhatIfAnswer answer(WhatIfRequest request) {
        Map<String, SchemeRecord> kept =
                schemes.all().stream().collect(Collectors.toMap(SchemeRecord::code, Function.identity()));
        Assumed assumed = input.read(request, kept);
        int upTo = period(request);
        List<WhatIfAnswer.Year> shown = new ArrayList<>();
        List<Comparison> compared = new ArrayList<>();
        for (FinancialYear year : range(request)) {
            YearFacts today = facts.of(year, upTo);
            Comparison comparison = compare(today, assumed.applyTo(today, kept), request, upTo);
            compared.add(comparison);
            shown.add(WhatIfAnswer.year(
                    year,
                    upTo,
                    today.pools(),
                    comparison,
                    request.isByMonth(),
                    caller.scope().all()));
        }
        return WhatIfAnswer.of(
                request.basisOrBudget(), shown, compared, caller.scope().all());
    }

    private Comparison compare(YearFacts today, YearFacts assumed, WhatIfRequest request, int upTo) {
        Basis basis = request.basisOrBudget();
        return Comparison.of(
                YearBill.of(today, basis, upTo, request.isByMonth()).named(this::seen),
                YearBill.of(assumed, basis, upTo, request.isByMonth()).named(this::seen));
    }

    private String seen(String partner) {
        PartnerScope scope = caller.scope();
        return scope.all() || scope.covers(partner) ? partner : OwnAndOthers.OTHERS;
    }

    private static int period(WhatIfRequest request) {
        if (request.period() == null) {
            return Period.CLOSING;
        }
        if (request.basisOrBudget() == Basis.BUDGET || request.period() < 1 || request.period() > Period.CLOSING) {
            throw new RuleBroken("period-out-of-range", "/period", "1 to 13, and only on ACTUAL.");
        }
        return request.period();
    }

    /** The opened years from the first to the last. */
    private List<FinancialYear> range(WhatIfRequest request) {
        FinancialYear first = years.field(request.from(), "/from");
        FinancialYear last = request.to() == null ? first : years.field(request.to(), "/to");
        List<FinancialYear> range = opened.all().stream()
                .filter(year -> year.compareTo(first) >= 0 && year.compareTo(last) <= 0)
                .toList();
        if (range.isEmpty() || range.size() > MOST_YEARS) {
            throw new RuleBroken("years-out-of-range", "/to", "One to ten years, the last not before the first.");
        }
        return range;
    }
}
