package uk.jointdesk.kpi.register.domain;

/** What an entry of the register must be. */
final class KpiRules {

    private static final String CODE = "[A-Z][A-Z0-9_]{2,39}";

    private KpiRules() {}

    static void check(Kpi kpi, Family family) {
        Definition is = kpi.definition();
        rule(is.code().matches(CODE), "kpi-code-refused", "/code", "3 to 40 capital letters, digits and underscores");
        boolean narrowEnough = is.audience().compareTo(family.audience()) >= 0;
        rule(narrowEnough, "audience-too-wide", "/audience", "the family is for " + family.audience());
        boolean declared = (is.source() == Source.TICKETS) == !kpi.formulas().isEmpty();
        rule(declared, "formula-refused", "/formula", "is required for TICKETS, and only there");
        boolean carries = is.kind() == Kind.KPI || kpi.weights().isEmpty();
        rule(carries, "points-refused", "/points", "only a KPI carries points");
        kpi.formulas().forEach(formula -> formula.check(kpi.unit(), "/formula"));
        checkDays(kpi);
    }

    private static void checkDays(Kpi kpi) {
        kpi.life().stages().forEach(stage -> DayBounds.check(stage.from(), "/state/from"));
        kpi.levels().levels().forEach(level -> DayBounds.check(level.from(), "/levels"));
        kpi.formulas().forEach(formula -> DayBounds.check(formula.from(), "/formula/from"));
        kpi.weights().forEach(weight -> DayBounds.check(weight.from(), "/from"));
    }

    private static void rule(boolean kept, String code, String pointer, String message) {
        if (!kept) {
            throw new RuleBroken(code, pointer, message);
        }
    }
}
