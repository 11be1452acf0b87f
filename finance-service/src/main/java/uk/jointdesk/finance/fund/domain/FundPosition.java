package uk.jointdesk.finance.fund.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * Where a fund stands on a day. A pure function of what was posted and claimed by then.
 *
 * @param costs posted up to the day
 * @param claims made up to the day
 */
public record FundPosition(Fund fund, LocalDate asAt, List<FundCost> costs, List<FundClaim> claims) {

    /**
     * What a fund did in a year.
     *
     * @param unspentCarried of the award, into the next year; null of a fund without an award
     * @param lapsed of the award, when the fund ended in the year
     * @param unclaimedCarried spent and not claimed by the end of the year
     */
    public record Year(
            FinancialYear year,
            Money spent,
            Money income,
            Money claimed,
            Money unspentCarried,
            Money lapsed,
            Money unclaimedCarried) {}

    /** What a billed partner bears of the spend, and has claimed of it. */
    public record Part(String partner, Money inYear, Money cumulative, Money claimed) {
        public Money unclaimed() {
            return cumulative.minus(claimed);
        }
    }

    public Money spent() {
        return spent(day -> true);
    }

    /** Received to pay for it, above zero. */
    public Money income() {
        return income(day -> true);
    }

    public Money claimed() {
        return claimed(day -> true);
    }

    public Money unclaimed() {
        return spent().minus(claimed());
    }

    /** Of the award; below zero it is overspent. Null of a fund without an award. */
    public Money unspent() {
        return fund.award() == null ? null : fund.award().minus(spent());
    }

    private Money spent(Predicate<LocalDate> when) {
        return posted(Account.EXPENDITURE, when);
    }

    private Money income(Predicate<LocalDate> when) {
        return posted(Account.INCOME, when).negated();
    }

    private Money posted(Account account, Predicate<LocalDate> when) {
        return Money.sum(costs.stream()
                .filter(cost -> cost.account() == account && when.test(cost.postedOn()))
                .map(FundCost::amount)
                .toList());
    }

    private Money claimed(Predicate<LocalDate> when) {
        return Money.sum(claims.stream()
                .filter(claim -> when.test(claim.claimedOn()))
                .map(FundClaim::amount)
                .toList());
    }

    /** From the year the fund began to that of the day. */
    public List<Year> years() {
        List<Year> years = new ArrayList<>();
        FinancialYear last = FinancialYear.containing(asAt);
        FinancialYear year = FinancialYear.containing(fund.startsOn());
        while (year.compareTo(last) <= 0) {
            years.add(year(year));
            year = new FinancialYear(year.startsIn() + 1);
        }
        return years;
    }

    private Year year(FinancialYear year) {
        Predicate<LocalDate> within = day -> year.span().contains(day);
        Predicate<LocalDate> byItsEnd = day -> !day.isAfter(year.to());
        boolean ended = fund.endsOn() != null && byItsEnd.test(fund.endsOn());
        boolean endsHere = ended && within.test(fund.endsOn());
        Money left = fund.award() == null ? null : atLeastNothing(fund.award().minus(spent(byItsEnd)));
        return new Year(
                year,
                spent(within),
                income(within),
                claimed(within),
                left == null || !ended ? left : Money.ZERO,
                left != null && endsHere ? left : Money.ZERO,
                spent(byItsEnd).minus(claimed(byItsEnd)));
    }

    private static Money atLeastNothing(Money amount) {
        return amount.signum() < 0 ? Money.ZERO : amount;
    }

    /** By billed partner; the parts add up to the whole. */
    public List<Part> parts(Map<String, Scheme> schemes, Members members) {
        LocalDate yearBegins = FinancialYear.containing(asAt).from();
        List<FundCost> spend = costs.stream()
                .filter(cost -> cost.account() == Account.EXPENDITURE)
                .toList();
        Map<String, Money> before = FundCost.borne(
                spend.stream()
                        .filter(cost -> cost.postedOn().isBefore(yearBegins))
                        .toList(),
                schemes,
                members);
        Map<String, Money> toDate = FundCost.borne(spend, schemes, members);
        Map<String, Money> claimed = claimedBy(members);
        SortedMap<String, Money> partners = new TreeMap<>(toDate);
        partners.putAll(claimed);
        return partners.keySet().stream()
                .map(partner -> {
                    Money cumulative = toDate.getOrDefault(partner, Money.ZERO);
                    Money inYear = cumulative.minus(before.getOrDefault(partner, Money.ZERO));
                    return new Part(partner, inYear, cumulative, claimed.getOrDefault(partner, Money.ZERO));
                })
                .toList();
    }

    /** What each billed partner has claimed; a sub-body's claims are its parent's. */
    public SortedMap<String, Money> claimedBy(Members members) {
        SortedMap<String, Money> claimed = new TreeMap<>();
        claims.forEach(claim -> claimed.merge(members.billed(claim.partner()), claim.amount(), Money::plus));
        return claimed;
    }

    /**
     * Whether a claim may be made on the day of this position: nobody claims more than its part of the spend, nor all
     * together more than the award.
     *
     * @throws RuleBroken {@code claim-exceeds-spend}, {@code claim-exceeds-award}
     */
    public void check(FundClaim claim, Map<String, Scheme> schemes, Members members) {
        String billed = members.billed(claim.partner());
        Money unclaimed = parts(schemes, members).stream()
                .filter(part -> part.partner().equals(billed))
                .map(Part::unclaimed)
                .findFirst()
                .orElse(Money.ZERO);
        if (claim.amount().compareTo(unclaimed) > 0) {
            throw new RuleBroken("claim-exceeds-spend", "/amount", billed + " has " + unclaimed + " to claim by then.");
        }
        if (fund.award() != null && claimed().plus(claim.amount()).compareTo(fund.award()) > 0) {
            throw new RuleBroken("claim-exceeds-award", "/amount", "The award is " + fund.award() + ".");
        }
    }
}
