package uk.jointdesk.finance.posting.domain;

/**
 * How a council's own ledger would file a line; each code may be null.
 *
 * @param costCentre the team or service that spends
 * @param subjective what it is spent on (staff, licences, supplies)
 * @param project the project or earmarked fund it belongs to
 */
public record Coding(String costCentre, String subjective, String project) {
    public static final Coding NONE = new Coding(null, null, null);
}
