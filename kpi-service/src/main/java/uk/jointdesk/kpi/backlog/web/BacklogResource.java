package uk.jointdesk.kpi.backlog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.Moments;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.answer.web.TicketParams;
import uk.jointdesk.kpi.backlog.domain.Backlog;
import uk.jointdesk.kpi.backlog.store.BacklogStore;
import uk.jointdesk.kpi.breakdown.domain.Breakdown;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.period.domain.Moment;
import uk.jointdesk.kpi.period.domain.Period;

@Path("/api/v1/performance/backlog")
@Blocking
public class BacklogResource {

    private static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "backlog",
            1,
            "Tickets open at the moment, for the partner that held them then, as far as is known now. untriaged: nobody"
                    + " assigned or started; openOver30Days: logged more than 30 days earlier.");
    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);
    private static final Set<Dimension> NORMALLY = EnumSet.of(Dimension.PARTNER);
    private static final Set<Dimension> POSSIBLE = EnumSet.complementOf(EnumSet.of(Dimension.PERIOD));

    private final Questions questions;
    private final BacklogStore backlogs;
    private final Clock clock;

    public BacklogResource(Questions questions, BacklogStore backlogs, Clock clock) {
        this.questions = questions;
        this.backlogs = backlogs;
        this.clock = clock;
    }

    /** The rows and the moment they are about: {@code at} as asked, {@code asAt} what was known. */
    public record BacklogAnswer(
            List<BacklogRow> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next,
            Explanation.Definition definition,
            String zone,
            Instant asAt,
            String at,
            Instant before) {}

    @GET
    @Operation(operationId = "backlog", summary = "Which tickets were open at a moment, by partner")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public BacklogAnswer backlog(
            @QueryParam("at") @Parameter(description = "An instant, or a date for the end of that local day") String at,
            @BeanParam TicketParams params) {
        String asked = at == null ? clock.instant().toString() : at;
        Moment moment = Moments.read("at", asked, LONDON);
        Filter filter = questions.filter(params);
        Set<Dimension> by = questions.groups(params, NORMALLY, POSSIBLE);
        PartnerRows partners = questions.rows(filter, questions.ownRows(params));
        var open = backlogs.open(moment, by, filter, partners);
        List<BacklogRow> rows =
                breakdown(moment, by, filter, partners)
                        .addUp(open.figures(), Backlog.NOTHING, Backlog::plus)
                        .entrySet()
                        .stream()
                        .map(row -> BacklogRow.of(row.getKey(), row.getValue()))
                        .toList();
        return new BacklogAnswer(rows, null, DEFINITION, Explanation.ZONE, open.instant(), asked, moment.before());
    }

    private static Breakdown breakdown(Moment moment, Set<Dimension> by, Filter filter, PartnerRows partners) {
        LocalDate day = moment.before().minusMillis(1).atZone(LONDON).toLocalDate();
        List<Period> moments = List.of(new Period(day.toString(), day, day, false));
        return new Breakdown(by, partners, filter.prioritiesShown(), moments, moments);
    }
}
