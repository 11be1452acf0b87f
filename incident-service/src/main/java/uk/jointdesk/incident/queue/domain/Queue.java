package uk.jointdesk.incident.queue.domain;

import java.time.LocalDate;

/**
 * A team's list of tickets.
 *
 * @param name as desks write it on tickets
 * @param organisation whose team it is: STS for the shared service, or the code of the partner that runs it
 * @param activeFrom first day
 * @param activeTo last day, null while no end is set
 * @param version counts changes of the entry
 */
public record Queue(
        String code, String name, String organisation, LocalDate activeFrom, LocalDate activeTo, long version) {

    /** The organisation code of the shared service itself. */
    public static final String SHARED_SERVICE = "STS";

    public boolean activeOn(LocalDate day) {
        return !day.isBefore(activeFrom) && (activeTo == null || !day.isAfter(activeTo));
    }
}
