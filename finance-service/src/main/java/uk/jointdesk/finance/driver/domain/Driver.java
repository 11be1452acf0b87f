package uk.jointdesk.finance.driver.domain;

/**
 * Something that costs are divided by.
 *
 * @param unit what is counted, in the singular
 * @param source the system the values come from
 * @param measured how a value is arrived at, so that another would arrive at the same
 */
public record Driver(String code, String title, String unit, Kind kind, String source, String measured) {

    public enum Kind {
        /** How many there are at the end of a month. */
        LEVEL,
        /** How many came in a month. */
        COUNT
    }
}
