package uk.jointdesk.kpi.pack.web;

import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kpi.answer.web.Days;
import uk.jointdesk.kpi.period.domain.Range;

/** Reads the days of a plan as those of a question are read, and points into the body where they cannot be. */
final class PlanDays {

    private PlanDays() {}

    static Range range(String from, String to, String fromPointer, String toPointer) {
        try {
            return Days.range(from, to);
        } catch (Refusal unreadable) {
            FieldError first = unreadable.errors().get(0);
            String pointer = first.pointer().endsWith("from") ? fromPointer : toPointer;
            throw Refusal.refused("body-invalid", "The days cannot be read.", new FieldError(pointer, first.message()));
        }
    }

    /** Null where neither is given. */
    static Range optional(String from, String to) {
        return from == null && to == null ? null : range(from, to, "/compareFrom", "/compareTo");
    }
}
