package uk.jointdesk.kpi.answer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.period.domain.Period;

/** Which tickets a row is about. What the answer is not broken down by is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Group(
        String priority,
        String partner,
        String type,
        String queue,
        String organisation,
        String category,
        String period,
        LocalDate from,
        LocalDate to,
        Boolean partial) {

    public static Group of(Cell cell, Period period) {
        return new Group(
                cell.priority(),
                cell.partner(),
                cell.type(),
                cell.queue(),
                cell.organisation(),
                cell.category(),
                period.label(),
                period.from(),
                period.to(),
                period.partial());
    }

    /** A row of an answer that says elsewhere which time it is about. */
    public static Group of(Cell cell) {
        return new Group(
                cell.priority(),
                cell.partner(),
                cell.type(),
                cell.queue(),
                cell.organisation(),
                cell.category(),
                null,
                null,
                null,
                null);
    }
}
