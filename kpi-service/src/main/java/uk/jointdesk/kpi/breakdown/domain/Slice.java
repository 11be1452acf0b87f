package uk.jointdesk.kpi.breakdown.domain;

/**
 * Where a stored figure belongs, as finely as it was asked for. A field is null when the ticket has no such value, or
 * when nobody asked for it.
 *
 * @param organisation whose queue the ticket stands in
 * @param month number of the month within the range asked for, or {@link Cell#BEFORE}
 */
public record Slice(
        String partner, String priority, String type, String queue, String organisation, String category, int month) {

    /** Neither broken down by organisation nor by category. */
    public Slice(String partner, String priority, String type, String queue, int month) {
        this(partner, priority, type, queue, null, null, month);
    }
}
