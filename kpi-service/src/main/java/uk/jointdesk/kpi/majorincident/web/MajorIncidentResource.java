package uk.jointdesk.kpi.majorincident.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.majorincident.domain.MajorIncident;
import uk.jointdesk.kpi.majorincident.domain.Tally;
import uk.jointdesk.kpi.majorincident.store.MajorIncidentStore;
import uk.jointdesk.kpi.period.domain.Period;

@Path("/api/v1/performance/major-incidents")
@Blocking
public class MajorIncidentResource {

    public static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "major-incidents",
            1,
            "Major incidents by the local day they were declared on, for each council they affected, with their cause."
                    + " The row of all counts each once; the councils' rows add up to its councilsAffected. undated:"
                    + " known from a document that gives no day, and in no count.");
    private static final Set<Dimension> NORMALLY = EnumSet.of(Dimension.PARTNER, Dimension.PERIOD);
    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);

    private final Questions questions;
    private final MajorIncidentStore incidents;

    public MajorIncidentResource(Questions questions, MajorIncidentStore incidents) {
        this.questions = questions;
        this.incidents = incidents;
    }

    /** The counts, and one by one what is counted in them. */
    public record MajorIncidentAnswer(
            List<MajorIncidentRow> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next,

            @Schema(description = "What is counted, by declaration")
            List<MajorIncidentItem> incidents,

            @Schema(description = "What cannot be counted in any period")
            List<MajorIncidentItem> undated,

            Explanation.Definition definition,
            String zone,

            @Schema(description = "When the register was last read; left out before")
            Instant asAt,

            Explanation.Span period) {}

    @GET
    @Operation(
            operationId = "majorIncidents",
            summary = "Major incidents and their causes, by council and period",
            description = "A council sees those that affected it, and whether others were affected too.")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public MajorIncidentAnswer majorIncidents(@BeanParam MajorIncidentParams params) {
        Question question = params.question(questions, NORMALLY);
        PartnerRows partners = questions.rows(question.filter(), question.ownRows());
        var found = incidents.find(question.range());
        List<MajorIncident> declared = asked(found.figures().declared(), partners);
        List<Period> periods = question.periods();
        var cells = new Tally(periods, partners, question.by().contains(Dimension.PARTNER), LONDON).count(declared);
        return new MajorIncidentAnswer(
                cells.entrySet().stream()
                        .map(row -> MajorIncidentRow.of(
                                row.getKey(), periods.get(row.getKey().period()), row.getValue()))
                        .toList(),
                null,
                items(declared, partners),
                items(asked(found.figures().undated(), partners), partners),
                DEFINITION,
                Explanation.ZONE,
                found.instant(),
                new Explanation.Span(question.range().from(), question.range().to()));
    }

    private static List<MajorIncident> asked(List<MajorIncident> incidents, PartnerRows partners) {
        Set<String> wanted = partners.partnersAsked();
        return incidents.stream()
                .filter(incident ->
                        partners.anyPartner() || incident.partners().stream().anyMatch(wanted::contains))
                .toList();
    }

    private static List<MajorIncidentItem> items(List<MajorIncident> incidents, PartnerRows partners) {
        return incidents.stream()
                .map(incident -> MajorIncidentItem.of(incident, partners.visible()))
                .toList();
    }
}
