package uk.jointdesk.finance.fund.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.fund.domain.Fund;
import uk.jointdesk.finance.fund.domain.FundClaim;
import uk.jointdesk.finance.fund.domain.FundPosition;
import uk.jointdesk.finance.fund.store.FundClaims;
import uk.jointdesk.finance.fund.store.FundCosts;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.web.DayParameter;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** What was spent of funds and claimed for them. */
@ApplicationScoped
public class FundBooks {
    private final FundCosts costs;
    private final FundClaims claims;
    private final Schemes schemes;
    private final FundingPartners register;
    private final Caller caller;

    public FundBooks(FundCosts costs, FundClaims claims, Schemes schemes, FundingPartners register, Caller caller) {
        this.costs = costs;
        this.claims = claims;
        this.schemes = schemes;
        this.register = register;
        this.caller = caller;
    }

    FundView view(Fund fund, LocalDate asAt) {
        FundPosition position = new FundPosition(fund, asAt, costs.of(fund, asAt), claims.of(fund.code(), asAt));
        return FundView.of(position, position.parts(schemes.byCode(), register.members()));
    }

    FundClaim claim(Fund fund, FundClaim claim) {
        if (!register.codes().contains(claim.partner())) {
            throw new RuleBroken("partner-unknown", "/partner", "No funding partner has this code.");
        }
        LocalDate day = claim.claimedOn();
        // Claims of later days count too, or two claims in the wrong order could claim the same spend.
        claims.add(claim, caller.client(), before -> new FundPosition(fund, day, costs.of(fund, day), before)
                .check(claim, schemes.byCode(), register.members()));
        return claim;
    }

    FundClaim withdraw(Fund fund, UUID id, FundInput.Withdrawal input) {
        FundClaim made = claims.of(fund.code(), DayParameter.LATEST).stream()
                .filter(claim -> claim.id().equals(id) && claim.withdraws() == null)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (input.on().isBefore(made.claimedOn())) {
            throw new RuleBroken("dates-reversed", "/on", "The claim was made on " + made.claimedOn() + ".");
        }
        FundClaim withdrawal = made.withdrawal(UUID.randomUUID(), input.on(), input.reason());
        claims.add(withdrawal, caller.client(), before -> {
            if (before.stream().anyMatch(claim -> id.equals(claim.withdraws()))) {
                throw Refusal.conflict("claim-withdrawn", "The claim was withdrawn before.");
            }
        });
        return withdrawal;
    }
}
