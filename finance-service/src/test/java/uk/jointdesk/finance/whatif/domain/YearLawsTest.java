package uk.jointdesk.finance.whatif.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.contribution.domain.Contributions;
import uk.jointdesk.finance.contribution.domain.OwnAndOthers;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.explanation.domain.PoolCourse;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** What holds of whole years of pools, postings, versions and members, on generated years. */
class YearLawsTest {
    /** Each case is three pools over thirteen periods, on both sides: some two hundred divisions. */
    private static final int CASES = Math.min(Laws.oracleCases() / 10, 10_000);

    private record Case(YearFacts facts, Basis basis, Members others, Draw draw) {
        static Case draw(Draw draw) {
            return new Case(
                    DrawnYear.draw(draw), draw.oneOf(Basis.BUDGET, Basis.ACTUAL), DrawnYear.members(draw), draw);
        }
    }

    @Test
    void a_year_billed_month_by_month_is_what_contributions_say_of_the_year() {
        Laws.forAll("months add up to contributions", Case::draw, CASES, drawn -> {
            YearBill months = YearBill.of(drawn.facts, drawn.basis, Period.CLOSING, true);
            YearBill whole = YearBill.of(drawn.facts, drawn.basis, Period.CLOSING, false);
            assertThat(byPartner(months)).isEqualTo(byPartner(whole)).isEqualTo(contributions(drawn));
        });
    }

    @Test
    void running_a_year_again_from_facts_in_any_order_gives_every_penny_again() {
        Laws.forAll("the same facts, the same pennies", Case::draw, CASES, drawn -> {
            YearFacts facts = drawn.facts;
            List<PostedCost> shuffled = drawn.draw.shuffled(facts.posted());
            YearFacts again = new YearFacts(
                    facts.year(), drawn.draw.shuffled(facts.pools()), facts.schemes(), facts.members(), shuffled);
            assertThat(contributions(new Case(again, drawn.basis, drawn.others, drawn.draw)))
                    .isEqualTo(contributions(drawn));
            assertThat(Contributions.of(facts, drawn.basis)).isEqualTo(Contributions.of(facts, drawn.basis));
        });
    }

    @Test
    void a_what_if_moves_money_between_partners_and_makes_none() {
        Laws.forAll("differences add up to nothing", Case::draw, CASES, drawn -> {
            YearFacts facts = drawn.facts;
            YearFacts assumed =
                    new YearFacts(facts.year(), facts.pools(), facts.schemes(), drawn.others, facts.posted());
            Comparison compared = Comparison.of(
                    YearBill.of(facts, drawn.basis, Period.CLOSING, false),
                    YearBill.of(assumed, drawn.basis, Period.CLOSING, false));
            Money differences = Money.sum(compared.by(Cell::partner).values().stream()
                    .map(Comparison.Pair::difference)
                    .toList());
            assertThat(differences).isEqualTo(Money.ZERO);
            compared.by(cell -> cell.direct() ? null : cell.line())
                    .values()
                    .forEach(pool -> assertThat(pool.difference()).isEqualTo(Money.ZERO));
        });
    }

    @Test
    void what_a_council_sees_adds_up_to_what_the_board_sees() {
        Laws.forAll("own and others", Case::draw, CASES, drawn -> {
            Predicate<String> own = partner -> partner.equals("PA") || partner.equals("PE");
            YearBill all = YearBill.of(drawn.facts, drawn.basis, Period.CLOSING, false);
            YearBill seen = all.named(partner -> own.test(partner) ? partner : OwnAndOthers.OTHERS);
            assertThat(seen.total()).isEqualTo(all.total());
            assertThat(seen.cells().keySet()).extracting(Cell::partner).isSubsetOf("PA", "PE", "OTHERS");
        });
    }

    @Test
    void every_fall_in_a_year_is_one_penny() {
        Laws.forAll("falls in a year", Case::draw, CASES, drawn -> drawn.facts
                .pools()
                .forEach(pool -> new PoolCourse(pool, drawn.facts, drawn.basis)
                        .falls(Period.CLOSING)
                        .forEach(fall -> assertThat(fall.fall().fall()).isEqualTo(Money.ofPence(1)))));
    }

    private static SortedMap<String, Money> byPartner(YearBill bill) {
        SortedMap<String, Money> paid = new TreeMap<>();
        bill.cells().forEach((cell, amount) -> paid.merge(cell.partner(), amount, Money::plus));
        paid.values().removeIf(Money::isZero);
        return paid;
    }

    private static SortedMap<String, Money> contributions(Case drawn) {
        SortedMap<String, Money> paid = new TreeMap<>();
        for (Contribution item : Contributions.of(drawn.facts, drawn.basis).items()) {
            paid.put(item.partner(), item.total());
        }
        paid.values().removeIf(Money::isZero);
        return paid;
    }
}
