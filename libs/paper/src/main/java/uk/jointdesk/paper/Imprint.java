package uk.jointdesk.paper;

import java.time.Instant;

/**
 * When and as what something was issued, for the properties of its files.
 *
 * @param date of what is printed, not of the printing
 * @param identity the same for the same thing, such as the number of a bill
 */
public record Imprint(Instant date, String identity) {

    /** Of something that has no date yet, such as a draft. */
    public static Imprint undated(String identity) {
        return new Imprint(Instant.EPOCH, identity);
    }
}
