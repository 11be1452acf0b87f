package uk.jointdesk.incident.audit.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The chain that seals the audit trail: the hash of each entry covers all it says and the hash before it. Who changes,
 * adds, takes away or reorders an entry breaks every hash from there on; who recomputes them all ends at another head
 * than the one an auditor has written down.
 */
public final class Chain {

    private static final byte[] START = new byte[32];

    private byte[] head;
    private long length;
    private Long brokenAt;

    /** @param head the last hash before the part to be looked at; null at the beginning */
    public Chain(byte[] head, long length) {
        this.head = head == null ? START : head.clone();
        this.length = length;
    }

    /** Seals the next entry and gives its hash. */
    public byte[] seal(AuditEntry entry) {
        head = hash(head, entry);
        length++;
        return head.clone();
    }

    /** Looks at the next entry and the hash that is told of it. */
    public void check(long position, AuditEntry entry, byte[] told) {
        byte[] expected = seal(entry);
        if (brokenAt == null && (position != length || !Arrays.equals(expected, told))) {
            brokenAt = position;
        }
        head = told.clone();
        length = position;
    }

    public String head() {
        return HexFormat.of().formatHex(head);
    }

    /** How many entries there are up to here. */
    public long length() {
        return length;
    }

    /** The first position at which the chain does not hold; null when it does. */
    public Long brokenAt() {
        return brokenAt;
    }

    private static byte[] hash(byte[] before, AuditEntry entry) {
        MessageDigest sha = sha256();
        sha.update(before);
        add(sha, entry.id());
        add(sha, entry.at().toEpochMilli());
        add(sha, entry.outcome());
        add(sha, entry.method());
        add(sha, entry.path());
        add(sha, entry.reference());
        add(sha, entry.status());
        add(sha, entry.requestId());
        add(sha, entry.client());
        add(sha, entry.subject());
        addAll(sha, entry.roles());
        add(sha, entry.address());
        addAll(sha, entry.partners());
        if (entry.internal()) {
            // Entries that were sealed before there was such a thing keep their hash.
            add(sha, "internal");
        }
        return sha.digest();
    }

    private static void addAll(MessageDigest sha, List<String> parts) {
        add(sha, parts.size());
        parts.forEach(part -> add(sha, part));
    }

    /** The length keeps ("ab", "c") and ("a", "bc") apart. */
    private static void add(MessageDigest sha, Object part) {
        if (part == null) {
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(-1).array());
            return;
        }
        byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        sha.update(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
