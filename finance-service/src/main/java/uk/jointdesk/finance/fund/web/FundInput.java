package uk.jointdesk.finance.fund.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.fund.domain.Fund;
import uk.jointdesk.finance.fund.domain.FundClaim;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyInput;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** Funds and claims as callers send them. */
public final class FundInput {
    private FundInput() {}

    /** @param project the code of the lines that belong to it; the fund's own code unless given */
    @Schema(name = "NewFund")
    public record New(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}")
            String code,

            @NotBlank @Size(max = 200) String title,
            @NotNull Fund.Kind kind,
            @Size(max = 200) String grantor,
            @NotBlank @Size(max = 500) String purpose,
            @Size(max = 2000) String conditions,
            @Valid MoneyInput award,
            @NotNull LocalDate startsOn,
            LocalDate endsOn,
            @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}") String project,
            @NotBlank @Size(max = 500) String source,
            Boolean assumption) {

        Fund fund() {
            if (kind == Fund.Kind.COVID) {
                throw new RuleBroken("kind-unfit", "/kind", "Covid-19 is one fund, and there already.");
            }
            return new Fund(
                    code,
                    title,
                    kind,
                    grantor,
                    purpose,
                    conditions,
                    award == null ? null : award.read("/award"),
                    startsOn,
                    endsOn,
                    project == null ? code : project,
                    source,
                    Boolean.TRUE.equals(assumption));
        }
    }

    /** A merge patch: what is absent stays. */
    @Schema(name = "FundChange")
    public record Change(
            @Size(min = 1, max = 200) String title,
            @Size(min = 1, max = 2000) String conditions,
            @Valid MoneyInput award,
            LocalDate endsOn,
            @Size(min = 1, max = 500) String source,
            Boolean assumption) {

        Fund applyTo(Fund old) {
            return new Fund(
                    old.code(),
                    title == null ? old.title() : title,
                    old.kind(),
                    old.grantor(),
                    old.purpose(),
                    conditions == null ? old.conditions() : conditions,
                    award == null ? old.award() : award.read("/award"),
                    old.startsOn(),
                    endsOn == null ? old.endsOn() : endsOn,
                    old.project(),
                    source == null ? old.source() : source,
                    assumption == null ? old.assumption() : assumption);
        }
    }

    /** @param partner whose part of the spend is claimed */
    @Schema(name = "NewFundClaim")
    public record Claim(
            @NotNull String partner,
            @NotNull LocalDate claimedOn,
            @NotNull @Valid MoneyInput amount,
            @NotBlank @Size(max = 200) String reference) {

        FundClaim claim(String fund) {
            Money claimed = amount.read("/amount");
            if (claimed.signum() <= 0) {
                throw new RuleBroken("amount-not-positive", "/amount/amount", "A claim is above zero.");
            }
            return new FundClaim(UUID.randomUUID(), fund, partner, claimedOn, claimed, reference, null);
        }
    }

    /** @param reason or reference of the withdrawal */
    @Schema(name = "FundClaimWithdrawal")
    public record Withdrawal(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 200) String reason) {}
}
