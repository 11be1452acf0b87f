package uk.jointdesk.incident.intake.domain;

import uk.jointdesk.incident.ticket.domain.Fact;

/**
 * A row of an import as it was read: a fact, or the reason why there is none.
 *
 * @param number counted from 1 without the header
 * @param line of the body, counted from 1
 * @param end the place in the unpacked body after the row
 * @param excerpt its first characters, for a refusal that comes later
 */
public record Row(long number, long line, long end, Fact fact, RowError error, String excerpt) {

    public static Row of(long number, long line, long end, Fact fact, String excerpt) {
        return new Row(number, line, end, fact, null, excerpt);
    }

    public static Row refused(long number, long line, long end, RowRefused reason, String excerpt) {
        return new Row(number, line, end, null, null, excerpt)
                .refuse(reason.code(), reason.getMessage(), reason.pointer());
    }

    public Row refuse(String code, String message, String pointer) {
        return new Row(number, line, end, null, new RowError(number, line, code, message, pointer, excerpt), excerpt);
    }
}
