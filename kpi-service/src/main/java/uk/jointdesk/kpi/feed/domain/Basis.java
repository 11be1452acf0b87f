package uk.jointdesk.kpi.feed.domain;

/**
 * What a judgement rests on; thousands of tickets share one.
 *
 * @param targetMinutes service minutes allowed, cut off
 * @param calendarVersion the version in force on the day on which the clock stopped
 */
public record Basis(
        Long targetMinutes, String agreement, Integer agreementVersion, String calendar, String calendarVersion) {

    /** Of tickets on which no clock was read. */
    public static final Basis NONE = new Basis(null, null, null, null, null);
}
