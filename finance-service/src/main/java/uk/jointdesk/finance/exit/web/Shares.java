package uk.jointdesk.finance.exit.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import uk.jointdesk.finance.apportionment.domain.Apportionment;
import uk.jointdesk.finance.apportionment.domain.DividedCost;
import uk.jointdesk.finance.apportionment.domain.Line;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.Weights;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.exit.domain.ExitItem;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Span;

/** A leaving partner's part of assets, liabilities and commitments, to the penny. */
@ApplicationScoped
public class Shares {
    private static final Fraction HUNDRED = Fraction.of(100, 1);
    /** Sorts after every partner code, so that a penny of equal claims is the partner's. */
    private static final String REST = "~";

    private final Schemes schemes;
    private final FundingPartners register;

    public Shares(Schemes schemes, FundingPartners register) {
        this.schemes = schemes;
        this.register = register;
    }

    private record Part(Money share, String ratio) {}

    ExitItem item(ExitInput exit, int index) {
        ExitInput.Item input = exit.items().get(index);
        Money amount = input.amount().read("/items/" + index + "/amount");
        if (amount.signum() <= 0) {
            throw new RuleBroken(
                    "amount-not-positive",
                    "/items/" + index + "/amount",
                    "The amount is above zero; its kind has the sign.");
        }
        Part part = part(exit, index, amount);
        return new ExitItem(
                input.kind(),
                input.code(),
                input.title(),
                amount,
                part.share,
                part.ratio,
                input.source(),
                Boolean.TRUE.equals(input.assumption()));
    }

    private Part part(ExitInput exit, int index, Money amount) {
        ExitInput.Item input = exit.items().get(index);
        String pointer = "/items/" + index;
        if ((input.percent() == null) == (input.scheme() == null)) {
            throw new RuleBroken(
                    "share-unclear", pointer, "Either percent or scheme says which part is the partner's.");
        }
        return input.percent() == null
                ? byScheme(exit, input.scheme(), amount, pointer + "/scheme")
                : byPercent(exit.partner(), input.percent().fraction(), amount, pointer + "/percent");
    }

    private static Part byPercent(String partner, Fraction percent, Money amount, String pointer) {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new RuleBroken("percent-out-of-range", pointer, "A part is 0 to 100 per cent.");
        }
        Weights weights = Weights.of(Map.of(partner, percent, REST, HUNDRED.minus(percent)));
        Money share = Apportionment.of(amount, weights).amountOf(partner);
        return new Part(share, percent.dividedBy(HUNDRED) + " as agreed");
    }

    private Part byScheme(ExitInput exit, String code, Money amount, String pointer) {
        Scheme scheme = schemes.find(code)
                .map(SchemeRecord::scheme)
                .orElseThrow(() -> new RuleBroken("scheme-unknown", pointer, "There is no scheme of this code."));
        LocalDate day = exit.leavingOn();
        return DividedCost.of(amount, new Span(day, day), scheme, register.members()).lines().stream()
                .filter(line -> line.partner().equals(exit.partner()))
                .findFirst()
                .map(line -> part(line, code, day))
                .orElseThrow(
                        () -> new RuleBroken("partner-not-in-scheme", pointer, "The partner pays nothing under it."));
    }

    private static Part part(Line line, String code, LocalDate day) {
        return new Part(line.amount(), line.fraction() + " by " + code + " on " + day);
    }
}
