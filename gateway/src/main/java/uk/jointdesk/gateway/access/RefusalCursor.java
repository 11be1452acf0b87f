package uk.jointdesk.gateway.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import uk.jointdesk.gateway.access.store.RefusalRow;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Refusal;

/** Where the list of refusals goes on, opaque to the caller. */
final class RefusalCursor {

    private RefusalCursor() {}

    static String after(RefusalRow last) {
        byte[] text = Long.toString(last.id()).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** The row before which the page starts; without a cursor it starts with the newest. */
    static long read(String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notOurs) {
            throw new Refusal(new Problem(400, "cursor-invalid", "The cursor is not one of this list."));
        }
    }
}
