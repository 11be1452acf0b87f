package uk.jointdesk.finance.suspense.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.intake.profile.CodeDocument.CodingDocument;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * Where an item belongs.
 *
 * @param date of the clearing; the item's own unless given, or another one when its period is closed
 * @param account EXPENDITURE unless given
 * @param partner charged directly, absent for a shared cost
 */
@Schema(name = "SuspenseClearing")
public record ClearingInput(
        LocalDate date,
        @NotNull String budgetLine,
        Account account,
        String partner,
        @Valid CodingDocument coding,
        @Size(max = 500) String description) {

    /** All items with one of the sender's codes. */
    @Schema(name = "SuspenseClearings")
    public record Many(
            @NotNull String source,
            @Size(max = 200) String costCentre,
            @Size(max = 200) String expense,
            @NotNull @Valid ClearingInput clearing) {}

    Entry entry(Money amount) {
        Account posted = account == null ? Account.EXPENDITURE : account;
        if (!posted.isCost()) {
            throw new RuleBroken("account-not-a-cost", "/account", "An item is cleared to EXPENDITURE or INCOME.");
        }
        return new Entry(posted, budgetLine, partner, amount, CodingDocument.of(coding));
    }

    LocalDate on(LocalDate itemsOwn) {
        return date == null ? itemsOwn : date;
    }
}
