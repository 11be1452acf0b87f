package uk.jointdesk.finance.commitment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.commitment.domain.OrderEvent;
import uk.jointdesk.finance.commitment.domain.OrderEvent.Kind;
import uk.jointdesk.finance.commitment.domain.PurchaseOrder;
import uk.jointdesk.finance.intake.profile.CodeDocument.CodingDocument;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyInput;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Orders and what happens to them, as callers send it. */
public final class CommitmentInput {
    private CommitmentInput() {}

    /** @param financialYear whose budget it is charged to */
    @Schema(name = "NewCommitment")
    public record New(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9/-]{1,39}")
            String reference,

            @NotNull String financialYear,
            @NotNull String budgetLine,
            String partner,
            @Valid CodingDocument coding,
            @NotBlank @Size(max = 200) String title,
            @Size(max = 200) String supplier,
            @NotNull LocalDate raisedOn,
            @NotNull @Valid MoneyInput amount) {

        PurchaseOrder order(FinancialYear year) {
            OrderEvent raised = new OrderEvent(Kind.RAISED, raisedOn, positive(amount), null, null);
            return new PurchaseOrder(
                    reference, year, budgetLine, partner, CodingDocument.of(coding), title, supplier, List.of(raised));
        }
    }

    /**
     * @param amount CHANGED: the whole order from now on; RECEIVED, INVOICED: this delivery or invoice; not of CANCELLED
     * @param journal of INVOICED: where the invoice was posted
     */
    @Schema(name = "CommitmentEvent")
    public record Event(
            @NotNull Kind kind,
            @NotNull LocalDate on,
            @Valid MoneyInput amount,
            UUID journal,
            @Size(max = 500) String note) {

        OrderEvent event() {
            if (kind == Kind.RAISED) {
                throw new RuleBroken("event-kind-unfit", "/kind", "An order is raised once, when it is made.");
            }
            if ((kind == Kind.CANCELLED) != (amount == null)) {
                throw new RuleBroken("amount-misplaced", "/amount", "Every event but CANCELLED has an amount.");
            }
            if (journal != null && kind != Kind.INVOICED) {
                throw new RuleBroken("journal-misplaced", "/journal", "Only an invoice names its journal.");
            }
            return new OrderEvent(kind, on, amount == null ? Money.ZERO : positive(amount), journal, note);
        }
    }

    private static Money positive(MoneyInput input) {
        Money amount = input.read("/amount");
        if (amount.signum() <= 0) {
            throw new RuleBroken("amount-not-positive", "/amount/amount", "Orders and invoices are above zero.");
        }
        return amount;
    }
}
