package uk.jointdesk.kpi.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An indicator as the register has it.
 *
 * @param formulas versions of the formula by the day they begin; empty when it is measured elsewhere
 * @param weights points by the day they begin; empty for a PI
 * @param version counts changes of the entry
 */
public record Kpi(
        Definition definition,
        Life life,
        GlidePath levels,
        List<Formula> formulas,
        List<Weight> weights,
        Lineage lineage,
        long version) {

    /** What it took the place of and what took its place. */
    public record Lineage(List<String> replaces, List<String> replacedBy) {}

    public Kpi {
        formulas = List.copyOf(formulas);
        weights = List.copyOf(weights);
    }

    public String code() {
        return definition.code();
    }

    public String family() {
        return definition.family();
    }

    public Unit unit() {
        return definition.unit();
    }

    public Direction direction() {
        return definition.direction();
    }

    /** Whether it has a result in a month: live or retiring on the month's last day. */
    public boolean measuredIn(YearMonth month) {
        return life.on(month.atEndOfMonth()).filter(State::isMeasured).isPresent();
    }

    /** Whether it is one of the KPIs of a month's summary. A PI never is. */
    public boolean countsIn(YearMonth month) {
        return definition.kind() == Kind.KPI && measuredIn(month);
    }

    /** What a value of a month is held against: the levels in force on its last day. */
    public Optional<Yardstick> yardstick(YearMonth month) {
        return levels.on(month.atEndOfMonth()).map(level -> new Yardstick(unit(), direction(), level));
    }

    /** The formula version in force on the month's last day. */
    public Optional<Formula> formula(YearMonth month) {
        LocalDate day = month.atEndOfMonth();
        return formulas.stream().filter(formula -> !formula.from().isAfter(day)).reduce((earlier, later) -> later);
    }

    /** The points it carries on a day. */
    public int points(LocalDate day) {
        return weights.stream()
                .filter(weight -> !weight.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(Weight::points)
                .orElse(0);
    }

    /** How its figure of a month comes about, in words. */
    public String method(YearMonth month) {
        return definition.source() == Source.MEASURED
                ? "Measured: numerator and denominator handed in with evidence."
                : formula(month).map(Formula::text).orElse("No formula is in force.");
    }

    /** Refuses an entry that contradicts itself or its family. */
    public Kpi checked(Family within) {
        KpiRules.check(this, within);
        return this;
    }

    public Kpi with(Definition changed) {
        return new Kpi(changed, life, levels, formulas, weights, lineage, version);
    }

    public Kpi with(GlidePath changed) {
        return new Kpi(definition, life, changed, formulas, weights, lineage, version);
    }

    /** Goes on to a further state, with the indicators that take its place if it is replaced. */
    public Kpi with(Life changed, List<String> successors) {
        Lineage now = new Lineage(lineage.replaces(), successors.isEmpty() ? lineage.replacedBy() : successors);
        return new Kpi(definition, changed, levels, formulas, weights, now, version);
    }

    /** Points from a day on; the earlier ones stay for the time before. */
    public Kpi then(Weight weight) {
        boolean later = weights.stream().allMatch(earlier -> earlier.from().isBefore(weight.from()));
        if (!later) {
            throw new RuleBroken("points-retroactive", "/from", code() + " has points that begin on or after it");
        }
        List<Weight> more = new ArrayList<>(weights);
        more.add(weight);
        return new Kpi(definition, life, levels, formulas, more, lineage, version);
    }

    /** A further version of the formula; months that are over keep the one they were counted by. */
    public Kpi then(Formula formula, LocalDate firstOpenDay) {
        LocalDate latest = formulas.get(formulas.size() - 1).from();
        if (!formula.from().isAfter(latest) || formula.from().isBefore(firstOpenDay)) {
            throw new RuleBroken(
                    "formula-retroactive", "/from", "lies in a month that is over, or not after " + latest);
        }
        List<Formula> more = new ArrayList<>(formulas);
        more.add(formula);
        return new Kpi(definition, life, levels, more, weights, lineage, version);
    }
}
