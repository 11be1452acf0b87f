package uk.jointdesk.finance.apportionment.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a partner shares in the cost, and under whom it is billed.
 *
 * @param parent the partner that pays for this sub-body (Lewisham pays for Lewisham Homes), or null
 * @param from first day of membership, or null for always
 * @param to last day of membership, or null for still
 */
public record Membership(String partner, String parent, LocalDate from, LocalDate to) {

    public static Membership always(String partner) {
        return new Membership(partner, null, null, null);
    }

    public boolean on(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** The days on which being a member changes: the first day, and the day after the last. */
    public SortedSet<LocalDate> changes() {
        SortedSet<LocalDate> days = new TreeSet<>();
        Optional.ofNullable(from).ifPresent(days::add);
        Optional.ofNullable(to).map(last -> last.plusDays(1)).ifPresent(days::add);
        return days;
    }
}
