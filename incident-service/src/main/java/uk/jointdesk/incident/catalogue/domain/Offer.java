package uk.jointdesk.incident.catalogue.domain;

import java.time.LocalDate;

/**
 * To whom an item is offered, and when.
 *
 * @param from first day
 * @param to last day; null while no end is set
 */
public record Offer(String partner, LocalDate from, LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
