package uk.jointdesk.kpi.whatif.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
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
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.store.KpiStore;
import uk.jointdesk.kpi.web.Body;
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
                    + " force with those sent in place of theirs; and the service points, after mitigation, and credits"
                    + " of families with a scheme that would follow. Nothing is changed by asking.");

    private final WhatIfs whatIfs;
    private final OtherRules rules;
    private final KpiStore kpis;
    private final AudienceRights rights;
    private final Caller caller;
    private final Body bodies;

    public WhatIfResource(
            WhatIfs whatIfs, OtherRules rules, KpiStore kpis, AudienceRights rights, Caller caller, Body bodies) {
        this.whatIfs = whatIfs;
        this.rules = rules;
        this.kpis = kpis;
        this.rights = rights;
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
        checkKpis(wanted);
        try {
            return WhatIfView.of(wanted.everyCell(), DEFINITION, whatIfs.tried(wanted, range, rules.of(wanted)));
        } catch (UnknownCalendar missing) {
            throw Refusal.refused(
                    "calendar-missing",
                    "A partner that an agreement covers has no calendar.",
                    new FieldError("/partnerCalendars", missing.getMessage()));
        }
    }

    private void checkKpis(WhatIfDocument wanted) {
        if (wanted.kpis().isEmpty()) {
            return;
        }
        Set<String> known = kpis.all(rights.readable()).stream().map(Kpi::code).collect(Collectors.toSet());
        for (int i = 0; i < wanted.kpis().size(); i++) {
            if (!known.contains(wanted.kpis().get(i).kpi())) {
                throw Refusal.refused(
                        "kpi-unknown",
                        "There is no such indicator.",
                        new FieldError("/kpis/" + i + "/kpi", "the code of an indicator"));
            }
        }
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
