package uk.jointdesk.incident.satisfaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in a survey's link: the survey's id and an HMAC-SHA256 over it. Who holds a link can answer that survey and
 * nothing else; nobody can make one. When it may be answered is asked of the survey, not of the link.
 */
public final class SurveyToken {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int TOKEN_BYTES = ID_BYTES + 32;

    private SurveyToken() {}

    public static String of(UUID survey, byte[] key) {
        byte[] id = bytes(survey);
        byte[] token =
                ByteBuffer.allocate(TOKEN_BYTES).put(id).put(mac(id, key)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The survey, when the token is one of ours. */
    public static Optional<UUID> survey(String token, byte[] key) {
        try {
            ByteBuffer read = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (read.remaining() != TOKEN_BYTES) {
                return Optional.empty();
            }
            UUID survey = new UUID(read.getLong(), read.getLong());
            // The whole token is compared, so that no other spelling of it passes, and in constant time.
            boolean ours = MessageDigest.isEqual(
                    of(survey, key).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII));
            return ours ? Optional.of(survey) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] mac(byte[] id, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(id);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA256", impossible);
        }
    }
}
