package uk.jointdesk.kit.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Where a list goes on: the keys of the last row seen, opaque to the caller. */
public final class Cursor {

    /** A control character no key can hold. */
    private static final String BETWEEN = "\u001f";

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
            parts = List.of(text.split(BETWEEN, -1));
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        if (parts.size() != keys) {
            throw invalid();
        }
        return parts;
    }

    /** The refusal of a cursor that no list gave out. */
    public static Refusal invalid() {
        return Refusal.malformed(
                "cursor-invalid",
                "The cursor is not one of this list.",
                FieldError.query("cursor", "take it from `next`"));
    }
}
