package uk.jointdesk.kpi.result.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.jointdesk.kpi.mitigation.domain.Decision;
import uk.jointdesk.kpi.mitigation.domain.Mitigation;
import uk.jointdesk.kpi.mitigation.domain.Outcome;
import uk.jointdesk.kpi.mitigation.domain.Request;
import uk.jointdesk.kpi.register.domain.Audience;
import uk.jointdesk.kpi.register.domain.Definition;
import uk.jointdesk.kpi.register.domain.Direction;
import uk.jointdesk.kpi.register.domain.GlidePath;
import uk.jointdesk.kpi.register.domain.Kind;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Level;
import uk.jointdesk.kpi.register.domain.Life;
import uk.jointdesk.kpi.register.domain.Source;
import uk.jointdesk.kpi.register.domain.Stage;
import uk.jointdesk.kpi.register.domain.State;
import uk.jointdesk.kpi.register.domain.Unit;
import uk.jointdesk.kpi.register.domain.Weight;

/** Indicators and results for tests of rules. */
public final class Sample {

    private static final LocalDate START = LocalDate.parse("2015-04-01");
    private static final Instant WHEN = Instant.parse("2021-07-01T09:00:00Z");

    private Sample() {}

    /** A percentage, the higher the better, live since 2015. */
    public static Kpi kpi(String code, Kind kind, String tsl, String msl, int points) {
        Definition definition = new Definition(
                code,
                "imt",
                "A KPI",
                kind,
                Unit.PERCENT,
                Direction.HIGHER_IS_BETTER,
                Source.MEASURED,
                Audience.BOARD,
                "A test");
        BigDecimal minimum = msl == null ? null : new BigDecimal(msl);
        return new Kpi(
                definition,
                new Life(List.of(new Stage(START, State.LIVE, null, null))),
                new GlidePath(List.of(new Level(START, new BigDecimal(tsl), minimum, null, "contract", null))),
                List.of(),
                points == 0 ? List.of() : List.of(new Weight(START, points, null, "contract")),
                new Kpi.Lineage(List.of(), List.of()),
                1);
    }

    public static KpiResult result(Kpi kpi, String month, long numerator, long denominator) {
        return new KpiResult(
                kpi,
                YearMonth.parse(month),
                new Figure(numerator, denominator, Map.of(), "report", WHEN),
                Optional.empty());
    }

    public static KpiResult relieved(KpiResult result) {
        Request request = new Request(
                result.kpi().code(),
                List.of(result.month()),
                "reason",
                "dependency",
                "impact",
                "N/A",
                null,
                result.month().atEndOfMonth());
        Decision decision = new Decision(Outcome.AGREED, "agreed", WHEN, "board", "subject-of-board");
        Mitigation relief =
                new Mitigation(UUID.randomUUID(), request, WHEN, "performance", "subject", List.of(decision));
        return new KpiResult(result.kpi(), result.month(), result.figure(), Optional.of(relief));
    }
}
