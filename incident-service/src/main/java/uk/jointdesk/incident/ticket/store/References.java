package uk.jointdesk.incident.ticket.store;

import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** References such as {@code LBB-0000001}: one count per partner, so that nobody can read the others' volume off it. */
final class References {

    /** Of a ticket that belongs to nobody yet. */
    private static final String UNATTRIBUTED = "STS";

    private References() {}

    /** Reserves so many numbers of a partner and gives the first. The row stays locked until the transaction ends. */
    static long reserve(Handle handle, String partner, int count) {
        return handle.createQuery("insert into reference_counter (prefix, last) values (:prefix, :count)"
                        + " on conflict (prefix) do update set last = reference_counter.last + excluded.last"
                        + " returning last - :count + 1")
                .bind("prefix", prefix(partner))
                .bind("count", count)
                .mapTo(Long.class)
                .one();
    }

    static String write(String partner, long number) {
        return "%s-%07d".formatted(prefix(partner), number);
    }

    static String next(Handle handle, String partner) {
        return write(partner, reserve(handle, partner, 1));
    }

    private static String prefix(String partner) {
        return Objects.requireNonNullElse(partner, UNATTRIBUTED);
    }
}
