package uk.jointdesk.kpi.register.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.register.domain.Audience;
import uk.jointdesk.kpi.register.domain.Direction;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.register.domain.Kind;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Source;
import uk.jointdesk.kpi.register.domain.Stage;
import uk.jointdesk.kpi.register.domain.State;
import uk.jointdesk.kpi.register.domain.Unit;

/** An indicator with what is in force of it today. */
@Schema(name = "Kpi")
public record KpiView(
        String code,
        String family,
        String title,
        Kind kind,
        Unit unit,
        Direction direction,
        Source source,
        Audience audience,

        @Schema(description = "Today; left out before its first day")
        State state,

        List<StageView> states,

        @Schema(description = "Today; left out where none are in force")
        LevelDocument levels,

        @Schema(description = "Today; left out for what is measured elsewhere")
        FormulaDocument.Version formula,

        @Schema(description = "Today") int points,
        List<String> replaces,
        List<String> replacedBy,

        @Schema(description = "Where it comes from and what is assumed")
        String note,

        @Schema(description = "The ETag to name when changing it")
        long version) {

    /** A state and the day it begins. */
    @Schema(name = "KpiState")
    public record StageView(LocalDate from, State state, String ccn, String note) {
        static StageView of(Stage stage) {
            return new StageView(stage.from(), stage.state(), stage.ccn(), stage.note());
        }
    }

    static KpiView of(Kpi kpi, LocalDate today) {
        var is = kpi.definition();
        return new KpiView(
                is.code(),
                is.family(),
                is.title(),
                is.kind(),
                is.unit(),
                is.direction(),
                is.source(),
                is.audience(),
                kpi.life().on(today).orElse(null),
                kpi.life().stages().stream().map(StageView::of).toList(),
                kpi.levels().on(today).map(LevelDocument::of).orElse(null),
                formula(kpi, today),
                kpi.points(today),
                kpi.lineage().replaces(),
                kpi.lineage().replacedBy(),
                is.note(),
                kpi.version());
    }

    private static FormulaDocument.Version formula(Kpi kpi, LocalDate today) {
        return kpi.formulas().stream()
                .filter((Formula formula) -> !formula.from().isAfter(today))
                .reduce((earlier, later) -> later)
                .map(FormulaDocument.Version::of)
                .orElse(null);
    }
}
