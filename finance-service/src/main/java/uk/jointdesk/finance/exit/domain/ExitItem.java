package uk.jointdesk.finance.exit.domain;

import uk.jointdesk.finance.money.domain.Money;

/**
 * Something that a leaving partner has a part in.
 *
 * @param amount of the whole service, above zero
 * @param share the partner's part of it
 * @param ratio how the part was come by, for people
 * @param source where amount and ratio are agreed, or the reasoning behind an assumption
 */
public record ExitItem(
        Kind kind,
        String code,
        String title,
        Money amount,
        Money share,
        String ratio,
        String source,
        boolean assumption) {

    public enum Kind {
        /** Worth something to those who stay, who pay the partner its part. */
        ASSET,
        /** Owed already. */
        LIABILITY,
        /** Agreed with suppliers for the time after the partner has left. */
        COMMITMENT
    }

    /** What the partner is to pay for it; below zero it is paid. */
    public Money owed() {
        return kind == Kind.ASSET ? share.negated() : share;
    }
}
