package uk.jointdesk.finance.bill.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.bill.domain.InstalmentPlan;
import uk.jointdesk.finance.bill.domain.Refund;
import uk.jointdesk.finance.bill.domain.RunKind;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.web.ExactNumber;
import uk.jointdesk.finance.money.web.MoneyInput;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Period;

/** A billing run as a finance officer asks for it. */
@Schema(name = "BillingRunInput")
public record RunInput(
        @NotNull String financialYear,
        @NotNull RunKind kind,

        @Schema(description = "Of a TRUE_UP: costs up to this period, 13 unless told")
        Integer period,

        @NotBlank @Size(max = 500) String note,
        @NotNull @Valid Instalments instalments,

        @Valid @Schema(description = "Of a REFUND, and only of one")
        RefundInput refund,

        @Schema(description = "Of an EXIT, and only of one: a final statement")
        UUID exitStatement) {

    /** Either so many equal parts from a day on, or parts with their days and percentages. */
    @Schema(name = "InstalmentsInput")
    public record Instalments(
            @Schema(description = "Equal parts over a year: 1, 2, 3, 4, 6 or 12")
            Integer count,

            LocalDate firstDueOn,
            @Size(max = 12) List<@NotNull @Valid PartInput> parts) {

        InstalmentPlan plan() {
            boolean equal = count != null && firstDueOn != null && parts == null;
            boolean given = count == null && firstDueOn == null && parts != null;
            if (equal == given) {
                throw new RuleBroken("instalments-unclear", "/instalments", "Either count and firstDueOn, or parts.");
            }
            return equal ? InstalmentPlan.equal(count, firstDueOn) : new InstalmentPlan(weighted());
        }

        private List<InstalmentPlan.Part> weighted() {
            List<InstalmentPlan.Part> weighted = new ArrayList<>();
            parts.forEach(part -> weighted.add(
                    new InstalmentPlan.Part(part.dueOn(), part.percent().fraction())));
            Fraction sum = weighted.stream().map(InstalmentPlan.Part::weight).reduce(Fraction.ZERO, Fraction::plus);
            if (!sum.equals(Fraction.of(100, 1))) {
                throw new RuleBroken("percent-not-100", "/instalments/parts", "The parts add up to exactly 100.");
            }
            return weighted;
        }
    }

    @Schema(name = "InstalmentInput")
    public record PartInput(
            @NotNull LocalDate dueOn, @NotNull ExactNumber percent) {}

    @Schema(name = "RefundInput")
    public record RefundInput(
            @NotNull MoneyInput amount,
            @NotNull String budgetLine,

            @NotNull @Schema(description = "The day whose ratio decides")
            LocalDate ratioOn) {
        Refund refund() {
            return new Refund(amount.read("/refund/amount"), budgetLine, ratioOn);
        }
    }

    int upTo() {
        int upTo = period == null ? Period.CLOSING : period;
        if (upTo < 1 || upTo > Period.CLOSING) {
            throw new RuleBroken("period-out-of-range", "/period", "Periods are 1 to 13.");
        }
        return upTo;
    }

    Refund refundOfKind() {
        if ((kind == RunKind.REFUND) != (refund != null)) {
            throw new RuleBroken("refund-unclear", "/refund", "A REFUND, and only a REFUND, says what is given back.");
        }
        return refund == null ? null : refund.refund();
    }

    UUID exitOfKind() {
        if ((kind == RunKind.EXIT) != (exitStatement != null)) {
            throw new RuleBroken("exit-unclear", "/exitStatement", "An EXIT, and only an EXIT, names a statement.");
        }
        return exitStatement;
    }
}
