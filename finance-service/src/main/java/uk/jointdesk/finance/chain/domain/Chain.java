package uk.jointdesk.finance.chain.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The end of the chain that seals the ledger: each digest is SHA-256 over the digest before it, a line feed and the text
 * of the journal. Who changes, removes or reorders a journal breaks every digest from there on; who computes them all
 * again ends at another head than the one that was written down, for instance at the close of a period.
 *
 * @param position how many journals it holds
 * @param digest the last one, in hexadecimal
 */
public record Chain(long position, String digest) {
    public static final Chain EMPTY = new Chain(0, "0".repeat(64));

    /** The chain with one more journal. */
    public Chain with(SealText journal) {
        byte[] sealed = (digest + "\n" + journal).getBytes(StandardCharsets.UTF_8);
        return new Chain(position + 1, HexFormat.of().formatHex(sha256().digest(sealed)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
