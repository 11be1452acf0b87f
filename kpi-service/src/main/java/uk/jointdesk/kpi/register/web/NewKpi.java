package uk.jointdesk.kpi.register.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.register.domain.Audience;
import uk.jointdesk.kpi.register.domain.Definition;
import uk.jointdesk.kpi.register.domain.Direction;
import uk.jointdesk.kpi.register.domain.GlidePath;
import uk.jointdesk.kpi.register.domain.Kind;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Level;
import uk.jointdesk.kpi.register.domain.Life;
import uk.jointdesk.kpi.register.domain.PointsTable;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.domain.Source;
import uk.jointdesk.kpi.register.domain.Stage;
import uk.jointdesk.kpi.register.domain.State;
import uk.jointdesk.kpi.register.domain.Unit;
import uk.jointdesk.kpi.register.domain.Weight;

/** An indicator to be registered. */
public record NewKpi(
        @Schema(examples = "IMT_KPI_20") @NotBlank String code,
        @NotBlank String family,

        @NotBlank @Size(max = Wording.TITLE) @Pattern(regexp = Wording.PLAIN)
        String title,

        @NotNull Kind kind,
        @NotNull Unit unit,
        @NotNull Direction direction,
        @NotNull Source source,
        @NotNull Audience audience,

        @Schema(description = "Where it comes from and what is assumed")
        @NotBlank
        @Size(max = Wording.NOTE)
        @Pattern(regexp = Wording.PLAIN)
        String note,

        @Schema(description = "Known from this day, not yet measured")
        LocalDate plannedFrom,

        @Schema(description = "Measured from this day") LocalDate liveFrom,

        @Schema(description = "Its levels in the order they begin; several make a glide path") @Size(max = 120)
        List<@NotNull @Valid LevelDocument> levels,

        @Schema(description = "For TICKETS: what is counted") @Valid
        FormulaDocument formula,

        @Schema(description = "Points of a KPI while it is live") @Min(0) @Max(PointsTable.MOST)
        Integer points,

        @Schema(description = "The indicators it takes the place of") @Size(max = 20)
        List<@NotNull String> replaces,

        @Schema(description = "Reference of the contract change notice")
        @Size(max = Wording.REFERENCE)
        @Pattern(regexp = Wording.PLAIN)
        String ccn) {

    Kpi toKpi() {
        Definition definition = new Definition(code, family, title, kind, unit, direction, source, audience, note);
        List<Level> path = levels == null
                ? List.of()
                : levels.stream().map(LevelDocument::toLevel).toList();
        return new Kpi(
                definition,
                life(),
                new GlidePath(List.of()).then(path, direction, LocalDate.MIN),
                formula == null ? List.of() : List.of(formula.toFormula(1, formulaFrom())),
                points == null ? List.of() : List.of(new Weight(firstDay(), points, ccn, note)),
                new Kpi.Lineage(replaces == null ? List.of() : replaces, List.of()),
                1);
    }

    private Life life() {
        List<Stage> stages = new ArrayList<>();
        if (plannedFrom != null) {
            stages.add(new Stage(plannedFrom, State.PLANNED, ccn, null));
        }
        if (liveFrom != null) {
            stages.add(new Stage(liveFrom, State.LIVE, ccn, null));
        }
        if (stages.isEmpty() || (stages.size() == 2 && !liveFrom.isAfter(plannedFrom))) {
            throw new RuleBroken("state-refused", "/liveFrom", "plannedFrom or a later liveFrom is required");
        }
        return new Life(stages);
    }

    private LocalDate firstDay() {
        return liveFrom == null ? plannedFrom : liveFrom;
    }

    private LocalDate formulaFrom() {
        return formula.from() == null ? firstDay() : formula.from();
    }
}
