package uk.jointdesk.finance.intake.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Tells lines without an id of their own apart. The second of two lines that say the same is a second payment, and the
 * second time a file comes it is not: so a line is known by what it says and how often that was said before in its body.
 */
final class Occurrences {
    private static final int BYTES = 16;
    private final MessageDigest sha;
    /** By the first half of the digest: a million lines fit into memory, and no two of them will share it. */
    private final Map<Long, Integer> seen = new HashMap<>();

    Occurrences() {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String digest(String content) {
        return HexFormat.of().formatHex(Arrays.copyOf(sha.digest(content.getBytes(StandardCharsets.UTF_8)), BYTES));
    }

    String reference(String digest) {
        long key = HexFormat.fromHexDigitsToLong(digest, 0, BYTES);
        return digest + "-" + seen.merge(key, 1, Integer::sum);
    }
}
