package uk.jointdesk.kpi.whatif.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Days;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.web.Body;
import uk.jointdesk.kpi.whatif.domain.CellChange;
import uk.jointdesk.kpi.whatif.domain.ServicePoints;
import uk.jointdesk.servicelevel.agreement.UnknownCalendar;

/** What other rules would make of the tickets of a range. */
@Path("/api/v1/performance/what-if")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class WhatIfResource {

    private static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "what-if",
            1,
            "Compliance cells of the range as they are judged now, and as the same facts would be judged by the rules in"
                    + " force with those sent in place of theirs. Nothing is changed by asking.");

    private final WhatIfs whatIfs;
    private final OtherRules rules;
    private final Instance<ServicePoints> credits;
    private final Caller caller;
    private final Body bodies;

    public WhatIfResource(
            WhatIfs whatIfs, OtherRules rules, Instance<ServicePoints> credits, Caller caller, Body bodies) {
        this.whatIfs = whatIfs;
        this.rules = rules;
        this.credits = credits;
        this.caller = caller;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PERFORMANCE_ANALYST, Roles.BOARD_MEMBER, Roles.PLATFORM_ADMIN, Roles.AUDITOR})
    @Operation(
            operationId = "whatIf",
            summary = "Which figures, colours and credits other rules would change",
            description = "Agreements and calendars are documents as incident-service has them. Nothing is stored.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WhatIfDocument.class)))
    @APIResponse(responseCode = "200", description = "The cells that would change, as they are and as they would be")
    @APIResponse(responseCode = "422", description = "Rules that cannot be meant as written")
    @APIResponse(responseCode = "503", description = "The rules in force cannot be read now")
    public WhatIfView tried(InputStream body) {
        if (!caller.scope().all()) {
            throw Refusal.forbidden(
                    "scope-too-narrow", "Other rules are tried on the tickets of all partners together.");
        }
        WhatIfDocument wanted = bodies.read(body, WhatIfDocument.class);
        Range range = range(wanted);
        try {
            return view(wanted, whatIfs.tried(wanted, range, rules.of(wanted)));
        } catch (UnknownCalendar missing) {
            throw Refusal.refused(
                    "calendar-missing",
                    "A partner that an agreement covers has no calendar.",
                    new FieldError("/partnerCalendars", missing.getMessage()));
        }
    }

    private WhatIfView view(WhatIfDocument wanted, AsAt<WhatIfs.Tried> tried) {
        List<CellChange> cells = tried.figures().cells();
        List<CellChange> changed = cells.stream().filter(CellChange::isChange).toList();
        return new WhatIfView(
                (wanted.everyCell() ? cells : changed)
                        .stream().map(WhatIfView::cell).toList(),
                tried.figures().judged(),
                tried.figures().askedTheClock(),
                cells.stream()
                        .filter(change -> Cell.ALL.equals(change.cell().partner()))
                        .mapToLong(CellChange::tickets)
                        .sum(),
                changed.stream().filter(CellChange::ragChanges).count(),
                credits.stream()
                        .flatMap(points -> points.changes(changed).stream())
                        .map(WhatIfView::credit)
                        .toList(),
                DEFINITION,
                Explanation.ZONE,
                tried.instant());
    }

    private static Range range(WhatIfDocument wanted) {
        try {
            return Days.range(wanted.from(), wanted.to());
        } catch (Refusal unreadable) {
            String field = unreadable.errors().get(0).pointer().replace("query:", "/");
            throw Refusal.refused(
                    "range-refused",
                    "The range cannot be read.",
                    new FieldError(field, unreadable.errors().get(0).message()));
        }
    }
}
