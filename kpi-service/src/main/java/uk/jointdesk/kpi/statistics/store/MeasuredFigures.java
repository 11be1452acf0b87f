package uk.jointdesk.kpi.statistics.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.compliance.domain.Monthly;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.compliance.store.ComplianceStore;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Observation;
import uk.jointdesk.kpi.volumes.domain.Flow;
import uk.jointdesk.kpi.volumes.domain.Volume;
import uk.jointdesk.kpi.volumes.store.VolumeStore;

/** The figures of any measure by cell: the very ones that compliance and volumes answer with. */
@ApplicationScoped
public class MeasuredFigures {

    private final ComplianceStore scores;
    private final VolumeStore volumes;

    public MeasuredFigures(ComplianceStore scores, VolumeStore volumes) {
        this.scores = scores;
        this.volumes = volumes;
    }

    public AsAt<SortedMap<Cell, Observation>> of(Measure measure, Question question, PartnerRows partners) {
        return measure == Measure.COMPLIANCE ? compliance(question, partners) : volumes(measure, question, partners);
    }

    private AsAt<SortedMap<Cell, Observation>> compliance(Question question, PartnerRows partners) {
        var read = scores.scores(question, partners);
        var cells = question.breakdown(partners).addUp(read.figures(), Monthly.NOTHING, Monthly::plus);
        return new AsAt<>(mapped(cells, months -> ratio(months.total())), read.instant());
    }

    private AsAt<SortedMap<Cell, Observation>> volumes(Measure measure, Question question, PartnerRows partners) {
        var read = volumes.flows(question, partners);
        var cells = question.breakdown(partners).addUp(read.figures(), Flow.NOTHING, Flow::plus);
        return new AsAt<>(mapped(Volume.carriedForward(cells), volume -> count(measure, volume)), read.instant());
    }

    private static Observation ratio(Score score) {
        return new Observation(score.met(), score.measured());
    }

    private static Observation count(Measure measure, Volume volume) {
        return Observation.count(
                switch (measure) {
                    case LOGGED -> volume.flow().logged();
                    case RESOLVED -> volume.flow().resolved();
                    case REOPENED -> volume.flow().reopened();
                    case BACKLOG -> volume.openAtEnd();
                    case COMPLIANCE -> throw new IllegalArgumentException("compliance is no count");
                });
    }

    private static <C> SortedMap<Cell, Observation> mapped(SortedMap<Cell, C> cells, Function<C, Observation> figure) {
        SortedMap<Cell, Observation> figures = new TreeMap<>();
        cells.forEach((cell, value) -> figures.put(cell, figure.apply(value)));
        return figures;
    }
}
