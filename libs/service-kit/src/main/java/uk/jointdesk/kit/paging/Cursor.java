package uk.jointdesk.kit.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Where a list goes on: the keys of the last row seen, opaque to the caller. */
public final class Cursor {

    /** A control character no key can hold. */
    private static final String BETWEEN = "\u001f";

    private static final int FIRST_YEAR = 1970;

    /** Lists put what is never due there. */
    private static final int LAST_YEAR = 9999;

    private Cursor() {}

    public static String encode(String... keys) {
        byte[] text = String.join(BETWEEN, keys).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** The keys of a cursor that must hold so many; anything else is refused. */
    public static List<String> decode(String cursor, int keys) {
        List<String> parts;
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.indexOf('\0') >= 0) {
                throw invalid();
            }
            parts = List.of(text.split(BETWEEN, -1));
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        if (parts.size() != keys) {
            throw invalid();
        }
        return parts;
    }

    /** A key that is an instant; one that no row of ours can have is refused. */
    public static Instant instant(String key) {
        try {
            Instant instant = Instant.parse(key);
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw invalid();
            }
            return instant;
        } catch (DateTimeException notOurs) {
            throw invalid();
        }
    }

    /** The refusal of a cursor that no list gave out. */
    public static Refusal invalid() {
        return Refusal.malformed(
                "cursor-invalid",
                "The cursor is not one of this list.",
                FieldError.query("cursor", "take it from `next`"));
    }
}
