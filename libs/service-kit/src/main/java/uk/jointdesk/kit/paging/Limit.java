package uk.jointdesk.kit.paging;

import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** How many items a page holds: 1 to 500, 50 unless told. */
public final class Limit {

    public static final int DEFAULT = 50;
    public static final int MOST = 500;

    private Limit() {}

    public static int of(Integer asked) {
        return of(asked, DEFAULT, MOST);
    }

    public static int of(Integer asked, int normal, int most) {
        if (asked == null) {
            return normal;
        }
        if (asked < 1 || asked > most) {
            throw Refusal.malformed(
                    "limit-out-of-range",
                    "The limit is a number from 1 to " + most + ".",
                    FieldError.query("limit", "1 to " + most));
        }
        return asked;
    }
}
