package uk.jointdesk.incident.ticket.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import uk.jointdesk.servicelevel.event.EventKind;

/**
 * One thing a desk says happened to a ticket. Facts are never edited; a correction is a fact that names the one it
 * supersedes.
 *
 * @param source the desk's registered name, or null for what was done here
 * @param reference the desk's own reference of the ticket; of a ticket without a source, ours
 * @param at when it happened, to the millisecond
 * @param sequence the sender's order among events of one instant
 * @param snapshot the row shows the whole ticket after the change, as audit logs do
 * @param reason why the ticket waits, of ON_HOLD only
 * @param into the ticket it was merged into, of MERGED only
 * @param supersedes the id of the fact this one corrects, ours or the sender's
 * @param senderId the sender's own id of this event, if it gave one
 */
public record Fact(
        String source,
        String reference,
        EventKind kind,
        Instant at,
        long sequence,
        boolean snapshot,
        Said said,
        Detail detail,
        String reason,
        String into,
        String supersedes,
        String senderId) {

    /** Something done here to a ticket, after all that is known of it. */
    public static Fact here(
            Ticket.Identity ticket,
            long sequence,
            EventKind kind,
            Instant at,
            Said said,
            Detail detail,
            String reason,
            String into) {
        return new Fact(
                ticket.source(),
                ticket.toldAs(),
                kind,
                at.truncatedTo(ChronoUnit.MILLIS),
                sequence,
                false,
                said,
                detail,
                reason,
                into,
                null,
                null);
    }

    /** The public name of the fact: the first half of its digest, in hexadecimal. */
    public String id() {
        return idOf(digest());
    }

    public static String idOf(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    /**
     * SHA-256 over what makes two events the same: source, reference, event, instant and payload. A desk that sends a
     * file twice sends the same facts twice.
     */
    public byte[] digest() {
        MessageDigest sha = sha256();
        for (Object part : parts()) {
            add(sha, part);
        }
        // Facts that say nothing of it keep the digest they had before anybody could say it.
        if (detail.handling() != null) {
            detail.handling().parts().forEach(part -> add(sha, part));
        }
        return sha.digest();
    }

    private static void add(MessageDigest sha, Object part) {
        if (part == null) {
            sha.update((byte) 0);
            return;
        }
        byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        sha.update((byte) 1);
        sha.update((byte) (text.length >>> 16));
        sha.update((byte) (text.length >>> 8));
        sha.update((byte) text.length);
        sha.update(text);
    }

    private Object[] parts() {
        return new Object[] {
            source,
            reference,
            kind,
            at.toEpochMilli(),
            sequence,
            snapshot,
            said.type(),
            said.priority(),
            said.partner(),
            said.queue(),
            said.category(),
            said.catalogueItem(),
            detail.title(),
            detail.description(),
            detail.requester(),
            detail.rating(),
            detail.recommend(),
            reason,
            into,
            supersedes,
            senderId
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    public Fact withPartner(String code) {
        return new Fact(
                source,
                reference,
                kind,
                at,
                sequence,
                snapshot,
                said.withPartner(code),
                detail,
                reason,
                into,
                supersedes,
                senderId);
    }

    /** The same fact, naming the one that it corrects. */
    public Fact superseding(String id) {
        return new Fact(source, reference, kind, at, sequence, snapshot, said, detail, reason, into, id, senderId);
    }
}
