package uk.jointdesk.finance.apportionment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.apportionment.domain.DividedCost;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Line;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.Quota;
import uk.jointdesk.finance.apportionment.domain.RemainderRule;
import uk.jointdesk.finance.apportionment.domain.Share;
import uk.jointdesk.finance.apportionment.domain.TermCost;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.ExactNumber;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.money.web.RatioView;

/**
 * A division with its reasons.
 *
 * @param shares add up to the total
 * @param leftOut usage without a partner, per driver, that took no part
 * @param segments only of a dated cost: the days with the same members, their cost and its division
 */
public record PreviewAnswer(
        MoneyView total,
        Method method,
        RemainderRule remainderRule,
        List<ShareView> shares,
        Map<String, ExactNumber> leftOut,
        List<SegmentView> segments) {

    /** @param within of a partner with sub-bodies: its own part and theirs, adding up to the amount */
    public record ShareView(
            String partner,
            MoneyView amount,
            RatioView fraction,

            @Schema(description = "Absent where several divisions are added up")
            QuotaView quota,

            List<PartView> within) {

        /** Of several divisions added up. */
        public static ShareView of(Line line) {
            return of(line, null);
        }

        /** Of one division of the cost. */
        public static ShareView of(Line line, Money cost) {
            List<PartView> within = line.within().stream().map(PartView::of).toList();
            return new ShareView(
                    line.partner(),
                    MoneyView.of(line.amount()),
                    RatioView.of(line.fraction()),
                    cost == null ? null : QuotaView.of(Quota.of(cost, line.fraction(), line.amount())),
                    within.isEmpty() ? null : within);
        }
    }

    /**
     * What the amount was rounded from.
     *
     * @param pence what would be paid if pence could be cut, exact
     * @param remainder what is left of the last penny; the largest get the odd pennies
     * @param remainderPenny whether this one got one
     */
    @Schema(name = "Quota")
    public record QuotaView(
            @Schema(examples = "43905542/83") String pence,
            @Schema(examples = "61/83") String remainder,
            boolean remainderPenny) {
        public static QuotaView of(Quota quota) {
            return new QuotaView(quota.exact().toString(), quota.remainder().toString(), quota.penny());
        }
    }

    /** @param fraction of the whole cost */
    public record PartView(String partner, MoneyView amount, RatioView fraction) {
        public static PartView of(Share share) {
            return new PartView(share.partner(), MoneyView.of(share.amount()), RatioView.of(share.fraction()));
        }
    }

    /** @param fraction days of the segment of all days */
    public record SegmentView(
            LocalDate from, LocalDate to, long days, MoneyView cost, RatioView fraction, List<ShareView> shares) {
        static SegmentView of(TermCost cost) {
            return new SegmentView(
                    cost.term().span().from(),
                    cost.term().span().to(),
                    cost.term().span().days(),
                    MoneyView.of(cost.cost()),
                    RatioView.of(cost.part()),
                    cost.lines().stream()
                            .map(line -> ShareView.of(line, cost.cost()))
                            .toList());
        }
    }

    static PreviewAnswer undated(Money total, Formula formula, List<Line> lines) {
        List<ShareView> shares =
                lines.stream().map(line -> ShareView.of(line, total)).toList();
        return answer(total, formula, shares, null);
    }

    static PreviewAnswer dated(Formula formula, DividedCost cost) {
        return answer(
                cost.total(),
                formula,
                cost.lines().stream().map(ShareView::of).toList(),
                cost.terms().stream().map(SegmentView::of).toList());
    }

    private static PreviewAnswer answer(
            Money total, Formula formula, List<ShareView> shares, List<SegmentView> segments) {
        Map<String, ExactNumber> leftOut = formula.leftOut().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ExactNumber.of(entry.getValue())));
        return new PreviewAnswer(
                MoneyView.of(total),
                formula.method(),
                RemainderRule.LARGEST_REMAINDER,
                shares,
                leftOut.isEmpty() ? null : leftOut,
                segments);
    }
}
