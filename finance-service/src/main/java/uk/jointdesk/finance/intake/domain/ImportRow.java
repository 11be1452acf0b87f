package uk.jointdesk.finance.intake.domain;

import uk.jointdesk.finance.money.domain.Money;

/**
 * A row of an import as it was read: a payment and where it goes, or the reason why there is none.
 *
 * @param reference the line's id, or the digest of what it says and how often that was said before in the body
 * @param target null for a payment that waits in suspense
 * @param suspenseReason why it waits: {@code code-unknown}, {@code line-unknown}, {@code line-needs-partner}, or null
 * @param readable the net amount as far as it could be read, also of a refused row
 */
public record ImportRow(
        long number,
        long line,
        PaymentLine payment,
        String reference,
        String digest,
        Target target,
        String suspenseReason,
        RowError error,
        String excerpt,
        Money readable) {

    /** The same row, refused when it was to be written. */
    public RowError refused(String code, String message, String pointer) {
        return new RowError(number, line, code, message, pointer, excerpt);
    }
}
