package uk.jointdesk.incident.businessservice.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Something that councils work with and notice when it fails.
 *
 * @param supplier who provides it, or null
 * @param criticalFor the partners that cannot be without it, and when; a caller reads those of its scope
 * @param version counts changes of the entry
 */
public record BusinessService(String code, String name, String supplier, List<Critical> criticalFor, long version) {

    public BusinessService {
        criticalFor = List.copyOf(criticalFor);
    }

    /**
     * A span in which a partner cannot be without the service.
     *
     * @param from first day
     * @param to last day, null while no end is set
     */
    public record Critical(String partner, LocalDate from, LocalDate to) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        boolean overlaps(Critical other) {
            return partner.equals(other.partner) && (on(other.from) || other.on(from));
        }
    }

    /** Whether the service is critical for a partner on a day; for nobody's ticket it is not. */
    public boolean criticalFor(String partner, LocalDate day) {
        return criticalFor.stream().anyMatch(span -> Objects.equals(span.partner(), partner) && span.on(day));
    }
}
