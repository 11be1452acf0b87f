package uk.jointdesk.kpi.register.domain;

/**
 * What an indicator is.
 *
 * @param note where the facts come from and what is assumed
 */
public record Definition(
        String code,
        String family,
        String title,
        Kind kind,
        Unit unit,
        Direction direction,
        Source source,
        Audience audience,
        String note) {

    public Definition worded(String newTitle, Audience newAudience, String newNote) {
        return new Definition(code, family, newTitle, kind, unit, direction, source, newAudience, newNote);
    }
}
