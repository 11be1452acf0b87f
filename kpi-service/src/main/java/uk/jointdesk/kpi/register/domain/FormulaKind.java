package uk.jointdesk.kpi.register.domain;

/** What a formula over tickets counts. */
public enum FormulaKind {
    RESOLVED_WITHIN_TARGET(Unit.PERCENT),
    OPEN_OLDER_THAN(Unit.PERCENT),
    LOGGED(Unit.NUMBER);

    private final Unit unit;

    FormulaKind(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }
}
