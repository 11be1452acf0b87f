package uk.jointdesk.finance.fund.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.fund.domain.Fund;
import uk.jointdesk.finance.fund.domain.FundClaim;
import uk.jointdesk.finance.fund.domain.FundPosition;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;

/**
 * A fund and where it stands on a day.
 *
 * @param award absent where spend is claimed back without an amount agreed beforehand
 * @param unspent award less spent; below zero it is overspent
 * @param unclaimed spent less claimed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Fund")
public record FundView(
        String code,
        String title,
        Fund.Kind kind,
        String grantor,
        String purpose,
        String conditions,
        LocalDate startsOn,
        LocalDate endsOn,
        String project,
        String source,
        boolean assumption,
        LocalDate asAt,
        MoneyView award,
        MoneyView spent,
        MoneyView income,
        MoneyView unspent,
        MoneyView claimed,
        MoneyView unclaimed,
        List<Year> years,
        List<Part> partners) {

    /**
     * @param unspentCarried of the award into the next year
     * @param lapsed of the award when the fund ended
     * @param unclaimedCarried spend still to be claimed in the next year
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FundYear")
    public record Year(
            String financialYear,
            MoneyView spent,
            MoneyView income,
            MoneyView claimed,
            MoneyView unspentCarried,
            MoneyView lapsed,
            MoneyView unclaimedCarried) {
        static Year of(FundPosition.Year year) {
            return new Year(
                    year.year().code(),
                    view(year.spent()),
                    view(year.income()),
                    view(year.claimed()),
                    view(year.unspentCarried()),
                    view(year.lapsed()),
                    view(year.unclaimedCarried()));
        }
    }

    /** @param inYear in the financial year of the day */
    @Schema(name = "FundPart")
    public record Part(String partner, MoneyView inYear, MoneyView cumulative, MoneyView claimed, MoneyView unclaimed) {
        static Part of(FundPosition.Part part) {
            return new Part(
                    part.partner(),
                    view(part.inYear()),
                    view(part.cumulative()),
                    view(part.claimed()),
                    view(part.unclaimed()));
        }
    }

    /** @param withdraws the claim that is taken back, of an amount below zero */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FundClaim")
    public record Claim(
            UUID id, String partner, LocalDate claimedOn, MoneyView amount, String reference, UUID withdraws) {
        static Claim of(FundClaim claim) {
            return new Claim(
                    claim.id(),
                    claim.partner(),
                    claim.claimedOn(),
                    MoneyView.of(claim.amount()),
                    claim.reference(),
                    claim.withdraws());
        }
    }

    static FundView of(FundPosition position, List<FundPosition.Part> parts) {
        Fund fund = position.fund();
        return new FundView(
                fund.code(),
                fund.title(),
                fund.kind(),
                fund.grantor(),
                fund.purpose(),
                fund.conditions(),
                fund.startsOn(),
                fund.endsOn(),
                fund.project(),
                fund.source(),
                fund.assumption(),
                position.asAt(),
                view(fund.award()),
                view(position.spent()),
                view(position.income()),
                view(position.unspent()),
                view(position.claimed()),
                view(position.unclaimed()),
                position.years().stream().map(Year::of).toList(),
                parts.stream().map(Part::of).toList());
    }

    private static MoneyView view(Money amount) {
        return amount == null ? null : MoneyView.of(amount);
    }
}
