package uk.jointdesk.finance.fund.domain;

import java.time.LocalDate;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;

/**
 * A claim for spend of a fund, or one that is withdrawn, whose amount is below zero.
 *
 * @param partner whose part of the spend is claimed
 * @param reference of the claim with whoever pays it
 * @param withdraws the claim that is taken back, or null
 */
public record FundClaim(
        UUID id, String fund, String partner, LocalDate claimedOn, Money amount, String reference, UUID withdraws) {

    /** The same claim taken back as a whole. */
    public FundClaim withdrawal(UUID newId, LocalDate on, String why) {
        return new FundClaim(newId, fund, partner, on, amount.negated(), why, id);
    }
}
