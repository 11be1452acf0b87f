package uk.jointdesk.finance.contribution.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.RemainderRule;
import uk.jointdesk.finance.apportionment.web.PreviewAnswer.PartView;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.contribution.domain.PoolShare;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.money.web.RatioView;
import uk.jointdesk.finance.posting.domain.PostedCost;

/**
 * What partners pay for a year, with the sums that lead to it.
 *
 * @param period costs are counted up to it (basis ACTUAL), and direct charges
 * @param total of the items; absent for a council, which sees its own and OTHERS
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContributionsView(
        String financialYear,
        Basis basis,
        int period,
        List<Item> items,
        MoneyView total,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

    /**
     * shared + direct - income - credits = total.
     *
     * @param incomeByLine the partner's shares of what each line earned
     * @param creditsByLine the partner's shares of service credits on each line
     * @param within of a partner with sub-bodies: its own part and theirs, adding up to the total
     * @param account absent where several partners are summed
     */
    public record Item(
            String partner,
            List<Pool> byCostPool,
            MoneyView shared,
            List<Charge> directCharges,
            MoneyView direct,
            List<Pool> incomeByLine,
            List<Charge> ownIncome,
            MoneyView income,
            List<Pool> creditsByLine,
            MoneyView credits,
            MoneyView total,
            List<Part> within,
            Account account) {

        static Item of(Contribution contribution, Account account) {
            List<Part> within = contribution.within().stream()
                    .map(part -> new Part(part.partner(), MoneyView.of(part.amount())))
                    .toList();
            return new Item(
                    contribution.partner(),
                    pools(contribution.pools()),
                    MoneyView.of(contribution.shared()),
                    contribution.direct().stream().map(Charge::of).toList(),
                    MoneyView.of(contribution.charged()),
                    pools(contribution.income()),
                    contribution.ownIncome().stream().map(Charge::of).toList(),
                    MoneyView.of(contribution.earned()),
                    pools(contribution.credits()),
                    MoneyView.of(contribution.credited()),
                    MoneyView.of(contribution.total()),
                    within.isEmpty() ? null : within,
                    account);
        }

        private static List<Pool> pools(List<PoolShare> shares) {
            return shares.stream().map(Pool::of).toList();
        }
    }

    /**
     * What was billed for the year and received for it.
     *
     * @param trueUp the contribution less what was billed: what a true-up would bill now, or give back
     */
    @Schema(name = "ContributionAccount")
    public record Account(MoneyView billed, MoneyView received, MoneyView trueUp) {
        static Account of(Contribution contribution, Money billed, Money received) {
            return new Account(
                    MoneyView.of(billed),
                    MoneyView.of(received),
                    MoneyView.of(contribution.total().minus(billed)));
        }
    }

    public record Part(String partner, MoneyView amount) {}

    /** @param line absent where the charges of several partners are summed */
    public record Charge(String partner, String line, Integer period, MoneyView amount) {
        static Charge of(PostedCost cost) {
            return new Charge(
                    cost.partner(),
                    cost.line(),
                    cost.period() == null ? null : cost.period().number(),
                    MoneyView.of(cost.amount()));
        }
    }

    /**
     * @param cost of the whole pool
     * @param fraction of it
     * @param steps the dated terms whose amounts add up to the amount
     */
    public record Pool(
            String line,
            String title,
            PoolKind kind,
            String scheme,
            RemainderRule remainderRule,
            MoneyView cost,
            RatioView fraction,
            MoneyView amount,
            List<Step> steps,
            List<PartView> within,
            String source,
            boolean assumption) {

        static Pool of(PoolShare share) {
            List<PartView> within =
                    share.line().within().stream().map(PartView::of).toList();
            return new Pool(
                    share.pool().code(),
                    share.pool().title(),
                    share.pool().kind(),
                    share.pool().scheme(),
                    RemainderRule.LARGEST_REMAINDER,
                    MoneyView.of(share.cost()),
                    RatioView.of(share.line().fraction()),
                    MoneyView.of(share.line().amount()),
                    share.steps().stream().map(Step::of).toList(),
                    within.isEmpty() ? null : within,
                    share.pool().source(),
                    share.pool().assumption());
        }
    }

    /**
     * cost x weight / weights = amount, to the penny.
     *
     * @param cost of these days
     * @param weight of this partner, exact
     * @param weights of all partners together
     */
    public record Step(
            LocalDate from,
            LocalDate to,
            int schemeVersion,
            Method method,
            MoneyView cost,
            String weight,
            String weights,
            RatioView fraction,
            MoneyView amount) {

        static Step of(PoolShare.Step step) {
            return new Step(
                    step.term().from(),
                    step.term().to(),
                    step.term().version(),
                    step.term().method(),
                    MoneyView.of(step.term().cost()),
                    exact(step.weight()),
                    exact(step.term().weights()),
                    RatioView.of(step.fraction()),
                    MoneyView.of(step.amount()));
        }

        /** A whole number, or a fraction such as 3/7 where drivers are mixed. */
        private static String exact(Fraction weight) {
            return weight.denominator().equals(BigInteger.ONE)
                    ? weight.numerator().toString()
                    : weight.toString();
        }
    }

    static ContributionsView of(String year, Basis basis, int period, List<Item> items, Money total) {
        return new ContributionsView(year, basis, period, items, total == null ? null : MoneyView.of(total), null);
    }
}
