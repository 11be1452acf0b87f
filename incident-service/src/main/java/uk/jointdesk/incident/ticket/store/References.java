package uk.jointdesk.incident.ticket.store;

import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * References such as {@code LBB-0000001}: one count per partner, so that nobody can read the others' volume off it.
 * Nobody waits for anybody else to number a ticket, so a number whose ticket is not kept leaves a gap.
 */
final class References {

    /** Of a ticket that belongs to nobody yet. */
    private static final String UNATTRIBUTED = "STS";

    private References() {}

    /** So many new references of a partner, in their order. */
    static List<String> next(Handle handle, String partner, int many) {
        String prefix = Objects.requireNonNullElse(partner, UNATTRIBUTED);
        return handle.createQuery("select draw_references(:prefix, :many)")
                .bind("prefix", prefix)
                .bind("many", many)
                .mapTo(Long.class)
                .map(number -> "%s-%07d".formatted(prefix, number))
                .list();
    }

    static String next(Handle handle, String partner) {
        return next(handle, partner, 1).get(0);
    }
}
