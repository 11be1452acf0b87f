package uk.jointdesk.finance.bill.domain;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Membership;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.Contributions;
import uk.jointdesk.finance.contribution.domain.PeriodCredit;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** What holds of every year that is estimated, billed, spent and trued up. */
class BillingLawsTest {
    private static final FinancialYear YEAR = new FinancialYear(2020);
    private static final InstalmentPlan ONCE = InstalmentPlan.once(LocalDate.of(2021, 5, 1));
    private static final List<String> PARTNERS = List.of("LBB", "LBL", "LBS");

    /** Everything in pence; a cost of one month may be below zero, income and credits are not. */
    record Case(
            long budget,
            List<Long> weights,
            List<Long> spent,
            List<Long> income,
            List<Long> credits,
            long direct,
            int parts) {
        static Case draw(Draw draw) {
            long most = draw.oneOf(3L, 999L, 1_460_000_000L);
            return new Case(
                    draw.between(0L, most),
                    List.of(
                            draw.between(1L, 5_000L),
                            draw.between(0L, 5_000L),
                            draw.between(0L, 900L),
                            draw.between(0L, 5_000L)),
                    months(draw, -most / 10, most),
                    months(draw, 0, most / 5),
                    months(draw, 0, most / 20),
                    draw.between(0L, most),
                    draw.oneOf(1, 2, 3, 4, 6, 12));
        }

        private static List<Long> months(Draw draw, long least, long most) {
            List<Long> months = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                months.add(draw.chance(40) ? 0L : draw.between(least, most));
            }
            return months;
        }

        YearFacts facts() {
            CostPool pool = new CostPool(YEAR, "BASE", "Base", PoolKind.BASE, Money.ofPence(budget), "S", "s", false);
            List<PostedCost> posted = new ArrayList<>();
            List<PostedCost> earned = new ArrayList<>();
            List<PeriodCredit> given = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Period period = new Period(YEAR, i + 1);
                posted.add(new PostedCost("BASE", period, null, Money.ofPence(spent.get(i) - income.get(i))));
                if (income.get(i) > 0) {
                    earned.add(new PostedCost("BASE", period, null, Money.ofPence(income.get(i))));
                }
                given.add(new PeriodCredit("BASE", period, Money.ofPence(credits.get(i))));
            }
            posted.add(new PostedCost("BASE", new Period(YEAR, 3), "LH", Money.ofPence(direct)));
            return new YearFacts(YEAR, List.of(pool), Map.of("S", scheme()), members(), posted, earned, given);
        }

        private Scheme scheme() {
            Map<String, Fraction> shares = new TreeMap<>();
            shares.put("LBB", Fraction.of(weights.get(0), 1));
            shares.put("LBL", Fraction.of(weights.get(1), 1));
            shares.put("LH", Fraction.of(weights.get(2), 1));
            shares.put("LBS", Fraction.of(weights.get(3), 1));
            return Scheme.of(Formula.of(Method.DRIVER, shares));
        }

        private static Members members() {
            return Members.of(List.of(new Membership("LH", "LBL", null, null)));
        }

        /** By another road than the product's: plain sums of plain numbers. */
        long cost() {
            return sum(spent) + direct - sum(income) - sum(credits);
        }

        private static long sum(List<Long> values) {
            return values.stream().mapToLong(Long::longValue).sum();
        }
    }

    @Test
    void contributions_are_costs_and_charges_less_income_less_credits_to_the_penny() {
        Laws.forAll("contribution", Case::draw, Laws.cases() / 10, drawn -> {
            Contributions all = Contributions.of(drawn.facts(), Basis.ACTUAL);
            Laws.same(Money.ofPence(drawn.cost()), all.total());
            all.items()
                    .forEach(item -> Laws.same(
                            item.total(),
                            item.shared()
                                    .plus(item.charged())
                                    .minus(item.earned())
                                    .minus(item.credited())));
        });
    }

    @Test
    void every_part_of_a_contribution_is_less_than_a_penny_from_its_exact_share() {
        Laws.forAll("quota of each part", Case::draw, Laws.cases() / 10, drawn -> {
            long all = Case.sum(drawn.weights());
            Contributions contributions = Contributions.of(drawn.facts(), Basis.ACTUAL);
            contributions.items().stream()
                    .filter(item -> item.partner().equals("LBB"))
                    .forEach(item -> {
                        near(
                                item.shared(),
                                Case.sum(drawn.spent()),
                                drawn.weights().get(0),
                                all);
                        near(
                                item.earned(),
                                Case.sum(drawn.income()),
                                drawn.weights().get(0),
                                all);
                        near(
                                item.credited(),
                                Case.sum(drawn.credits()),
                                drawn.weights().get(0),
                                all);
                    });
        });
    }

    private static void near(Money share, long whole, long weight, long weights) {
        BigInteger away = BigInteger.valueOf(share.pence())
                .multiply(BigInteger.valueOf(weights))
                .subtract(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(weight)));
        Laws.holds(away.abs().compareTo(BigInteger.valueOf(weights)) < 0, away);
    }

    @Test
    void what_was_billed_and_the_true_up_are_the_cost_and_nobody_is_owed_a_penny_after_it() {
        Laws.forAll("billed plus true-up is cost", Case::draw, Laws.cases() / 10, drawn -> {
            YearFacts facts = drawn.facts();
            InstalmentPlan plan = InstalmentPlan.equal(drawn.parts(), LocalDate.of(2020, 5, 1));
            List<BillDraft> estimate = Billing.bills(dues(facts, Basis.BUDGET), Map.of(), plan);
            List<BillDraft> trueUp = Billing.bills(dues(facts, Basis.ACTUAL), billed(estimate), ONCE);
            List<BillDraft> all = new ArrayList<>(estimate);
            all.addAll(trueUp);
            Laws.same(drawn.budget() + drawn.direct(), total(estimate));
            Laws.same(drawn.cost(), total(all));
            Contributions actual = Contributions.of(facts, Basis.ACTUAL);
            PARTNERS.forEach(partner -> Laws.same(
                    actual.items().stream()
                            .filter(item -> item.partner().equals(partner))
                            .mapToLong(item -> item.total().pence())
                            .sum(),
                    total(of(partner, all))));
            Laws.same(List.of(), Billing.bills(dues(facts, Basis.ACTUAL), billed(all), ONCE));
        });
    }

    @Test
    void lines_of_all_bills_of_a_year_are_the_lines_of_the_contribution() {
        Laws.forAll("lines add up too", Case::draw, Laws.cases() / 10, drawn -> {
            YearFacts facts = drawn.facts();
            List<BillDraft> estimate = Billing.bills(
                    dues(facts, Basis.BUDGET), Map.of(), InstalmentPlan.equal(4, LocalDate.of(2020, 5, 1)));
            Map<String, Due> actual = dues(facts, Basis.ACTUAL);
            Map<String, Due> billed = billed(estimate);
            billed.forEach((partner, due) -> {
                Due rest = actual.getOrDefault(partner, Due.nothing(partner)).minus(due);
                Due sum = due.plus(rest);
                Laws.same(amounts(actual.getOrDefault(partner, Due.nothing(partner))), amounts(sum));
            });
        });
    }

    private static Map<BillLine.Key, Money> amounts(Due due) {
        Map<BillLine.Key, Money> amounts = new TreeMap<>();
        due.lines().stream().filter(line -> !line.amount().isZero()).forEach(line -> {
            Money before = amounts.put(line.key(), line.amount());
            Laws.holds(before == null, line);
        });
        return amounts;
    }

    private static Map<String, Due> dues(YearFacts facts, Basis basis) {
        Map<String, Due> dues = new TreeMap<>();
        Contributions.of(facts, basis)
                .items()
                .forEach(item -> dues.put(item.partner(), ContributionDue.of(item, facts.pools())));
        return dues;
    }

    private static Map<String, Due> billed(List<BillDraft> drafts) {
        return Billing.byPartner(drafts.stream().map(BillDraft::due).toList());
    }

    private static List<BillDraft> of(String partner, List<BillDraft> drafts) {
        return drafts.stream().filter(draft -> draft.partner().equals(partner)).toList();
    }

    private static long total(List<BillDraft> drafts) {
        return drafts.stream().mapToLong(draft -> draft.due().total().pence()).sum();
    }
}
