package uk.jointdesk.incident.live;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import uk.jointdesk.kit.feed.FeedPosition;

/**
 * Places in the stream as they are handed to readers: encrypted and authenticated (AES-256-GCM, RFC 5116), so that
 * nobody can count the others' changes by them, or make one up.
 */
final class SealedPlaces {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int LENGTH = NONCE + 2 * Long.BYTES + TAG;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SealedPlaces(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    String seal(FeedPosition place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] plain = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(place.transaction())
                .putLong(place.row())
                .array();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            byte[] whole = ByteBuffer.allocate(LENGTH).put(nonce).put(sealed).array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + CIPHER, e);
        }
    }

    /** The place, unless this was not sealed here. */
    Optional<FeedPosition> open(String text) {
        try {
            ByteBuffer whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (whole.remaining() != LENGTH) {
                return Optional.empty();
            }
            byte[] nonce = new byte[NONCE];
            byte[] sealed = new byte[LENGTH - NONCE];
            whole.get(nonce).get(sealed);
            ByteBuffer plain =
                    ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed));
            return Optional.of(new FeedPosition(plain.getLong(), plain.getLong()));
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        return cipher;
    }
}
