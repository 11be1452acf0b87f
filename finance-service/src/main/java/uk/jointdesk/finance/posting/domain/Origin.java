package uk.jointdesk.finance.posting.domain;

/**
 * Where a journal came from, if not from somebody's hand. The same origin is posted once.
 *
 * @param source for instance a named import profile, or {@code bill}
 * @param reference of the line or document within the source
 */
public record Origin(String source, String reference) {}
