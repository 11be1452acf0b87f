package uk.jointdesk.kpi.volumes.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Answer;
import uk.jointdesk.kpi.answer.web.Comparing;
import uk.jointdesk.kpi.answer.web.ComparisonParams;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.PerformanceParams;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.bulkclosure.domain.BulkClosed;
import uk.jointdesk.kpi.bulkclosure.store.BulkClosedStore;
import uk.jointdesk.kpi.comparison.domain.Figure;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.volumes.domain.Flow;
import uk.jointdesk.kpi.volumes.domain.Volume;
import uk.jointdesk.kpi.volumes.store.VolumeStore;

@Path("/api/v1/performance/volumes")
@Blocking
public class VolumeResource {

    public static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "volumes",
            1,
            "What happened to tickets in the period, for the partner that held them then; priority, type and queue as"
                    + " last known. openAtStart + logged + reopened + transferredIn = resolutions + cancelled + merged"
                    + " + transferredOut + openAtEnd. resolved counts a ticket once, at its last resolution.");
    private static final Set<Dimension> NORMALLY = EnumSet.of(Dimension.PARTNER, Dimension.PERIOD);

    private final Questions questions;
    private final VolumeStore volumes;
    private final BulkClosedStore bulkClosures;

    public VolumeResource(Questions questions, VolumeStore volumes, BulkClosedStore bulkClosures) {
        this.questions = questions;
        this.volumes = volumes;
        this.bulkClosures = bulkClosures;
    }

    @GET
    @Operation(operationId = "volumes", summary = "How many tickets came, went and were open, by partner and period")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public Answer<VolumeRow> volumes(@BeanParam PerformanceParams params, @BeanParam ComparisonParams compare) {
        Question question = questions.read(params, NORMALLY);
        PartnerRows partners = questions.rows(question.filter(), question.ownRows());
        var read = read(question, partners);
        SortedMap<Cell, BulkClosed> closed = bulkClosures.counts(question, partners);
        List<Period> periods = question.periods();
        List<VolumeRow> rows = read.figures().entrySet().stream()
                .map(row -> VolumeRow.of(
                        row.getKey(),
                        periods.get(row.getKey().period()),
                        row.getValue(),
                        closed.getOrDefault(row.getKey(), BulkClosed.NONE)))
                .toList();
        Comparing<Volume> comparing = new Comparing<>(
                asked -> read(asked, partners), new Volume(0, Flow.NOTHING, 0), VolumeResource::figures);
        return Answer.of(
                rows, params, Explanation.of(DEFINITION, question, read.instant()), comparing.of(question, compare));
    }

    private AsAt<SortedMap<Cell, Volume>> read(Question question, PartnerRows partners) {
        var flows = volumes.flows(question, partners);
        var cells = question.breakdown(partners).addUp(flows.figures(), Flow.NOTHING, Flow::plus);
        return new AsAt<>(Volume.carriedForward(cells), flows.instant());
    }

    private static List<Figure> figures(Volume volume) {
        Flow flow = volume.flow();
        return List.of(
                Figure.stock("openAtStart", volume.openAtStart()),
                Figure.flow("logged", flow.logged()),
                Figure.flow("resolved", flow.resolved()),
                Figure.flow("closed", flow.closed()),
                Figure.flow("cancelled", flow.cancelled()),
                Figure.flow("merged", flow.merged()),
                Figure.flow("reopened", flow.reopened()),
                Figure.flow("resolutions", flow.resolutions()),
                Figure.flow("transferredIn", flow.transferredIn()),
                Figure.flow("transferredOut", flow.transferredOut()),
                Figure.stock("openAtEnd", volume.openAtEnd()));
    }
}
