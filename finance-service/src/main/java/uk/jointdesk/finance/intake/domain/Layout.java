package uk.jointdesk.finance.intake.domain;

import java.util.List;

/**
 * What an extract looks like from outside.
 *
 * @param linesToSkip before the header is looked for
 * @param headerWithin how many lines are looked at for one that holds every column: preambles differ from month to month
 * @param totals words that begin a row of totals, which is no payment but checks the others
 * @param repairs damage that is known of this sender and mended
 */
public record Layout(
        Encoding encoding,
        char delimiter,
        int linesToSkip,
        int headerWithin,
        List<String> totals,
        List<Repair> repairs) {

    /** Damage that can be mended without guessing. */
    public enum Repair {
        /** The separator between a day and an amount of three digits was taken for a thousands comma and removed. */
        DATE_AND_AMOUNT_RUN_TOGETHER
    }
}
