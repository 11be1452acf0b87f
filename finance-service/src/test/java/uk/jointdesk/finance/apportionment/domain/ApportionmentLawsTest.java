package uk.jointdesk.finance.apportionment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.testkit.Laws;

/** What holds of every division, on {@code laws.cases} generated cases each. */
class ApportionmentLawsTest {
    private static final Fraction PENNY = Fraction.ONE;

    @Test
    void every_division_equals_the_oracles() {
        Laws.forAll("equal to the oracle", Case::draw, Laws.cases(), drawn -> assertThat(pence(drawn))
                .isEqualTo(Oracle.divide(drawn.pence(), drawn.weights())));
    }

    @Test
    void parts_add_up_to_the_total_and_fractions_to_one() {
        Laws.forAll("parts add up", Case::draw, Laws.cases(), drawn -> {
            List<Share> shares =
                    Apportionment.of(drawn.total(), drawn.asWeights()).shares();
            assertThat(Money.sum(shares.stream().map(Share::amount).toList())).isEqualTo(drawn.total());
            assertThat(shares.stream().map(Share::fraction).reduce(Fraction.ZERO, Fraction::plus))
                    .isEqualTo(Fraction.ONE);
        });
    }

    @Test
    void nobody_is_a_penny_or_more_away_from_the_exact_quota() {
        Laws.forAll("quota rule", Case::draw, Laws.cases(), drawn -> {
            Fraction total = new Fraction(BigInteger.valueOf(drawn.pence()), BigInteger.ONE);
            for (Share share :
                    Apportionment.of(drawn.total(), drawn.asWeights()).shares()) {
                Fraction away = share.fraction()
                        .times(total)
                        .minus(Fraction.of(share.amount().pence(), 1));
                assertThat(away).isBetween(Fraction.of(-1, 1), PENNY).isNotIn(Fraction.of(-1, 1), PENNY);
            }
        });
    }

    @Test
    void the_order_and_the_scale_of_weights_do_not_matter() {
        Laws.forAll("order and scale", Case::draw, Laws.cases(), drawn -> {
            Map<String, Fraction> other = new LinkedHashMap<>();
            List.copyOf(drawn.weights().keySet()).stream()
                    .sorted(java.util.Comparator.reverseOrder())
                    .forEach(code -> other.put(code, drawn.fractions().get(code).times(Fraction.of(7, 3))));
            assertThat(Apportionment.of(drawn.total(), Weights.of(other)))
                    .isEqualTo(Apportionment.of(drawn.total(), drawn.asWeights()));
        });
    }

    @Test
    void a_credit_mirrors_the_charge() {
        Laws.forAll("credits mirror charges", Case::draw, Laws.cases(), drawn -> {
            Apportionment credit = Apportionment.of(drawn.total().negated(), drawn.asWeights());
            for (Share share :
                    Apportionment.of(drawn.total(), drawn.asWeights()).shares()) {
                assertThat(credit.amountOf(share.partner()))
                        .isEqualTo(share.amount().negated());
            }
        });
    }

    @Test
    void a_weight_of_nothing_pays_nothing() {
        Laws.forAll("nothing pays nothing", Case::draw, Laws.cases(), drawn -> {
            Apportionment divided = Apportionment.of(drawn.total(), drawn.asWeights());
            drawn.weights().forEach((partner, weight) -> {
                if (weight.signum() == 0) {
                    assertThat(divided.amountOf(partner)).isEqualTo(Money.ZERO);
                }
            });
        });
    }

    @Test
    void the_same_total_is_paid_under_any_grouping_and_each_group_divides_to_the_penny() {
        Laws.forAll("any grouping", Grouped::draw, Laws.cases(), grouped -> {
            List<Line> lines = Line.of(grouped.drawn().total(), grouped.drawn().asWeights(), grouped.members());
            assertThat(Money.sum(lines.stream().map(Line::amount).toList()))
                    .isEqualTo(grouped.drawn().total());
            for (Line line : lines) {
                Money within =
                        Money.sum(line.within().stream().map(Share::amount).toList());
                assertThat(line.within().isEmpty() ? line.amount() : within).isEqualTo(line.amount());
            }
        });
    }

    @Test
    void sub_bodies_pay_what_the_oracle_says_of_their_parents_line() {
        Laws.forAll("hierarchy", Grouped::draw, Laws.cases(), grouped -> {
            Map<String, Long> paid = new TreeMap<>();
            for (Line line : Line.of(grouped.drawn().total(), grouped.drawn().asWeights(), grouped.members())) {
                line.within()
                        .forEach(share ->
                                paid.put(share.partner(), share.amount().pence()));
                if (line.within().isEmpty()) {
                    paid.put(line.partner(), line.amount().pence());
                }
            }
            Map<String, String> billedTo = new TreeMap<>();
            grouped.members().byPartner().forEach((partner, membership) -> billedTo.put(partner, membership.parent()));
            assertThat(paid)
                    .isEqualTo(Oracle.divideNested(
                            grouped.drawn().pence(), grouped.drawn().weights(), billedTo));
        });
    }

    @Test
    void every_quota_tells_where_its_pennies_came_from() {
        Laws.forAll("quotas explain", Case::draw, Laws.cases(), drawn -> {
            long pennies = 0;
            Money whole = Money.ZERO;
            for (Share share :
                    Apportionment.of(drawn.total(), drawn.asWeights()).shares()) {
                Quota quota = Quota.of(drawn.total(), share.fraction(), share.amount());
                long penny = share.amount().pence() - quota.whole().pence();
                assertThat(Math.abs(penny)).isEqualTo(quota.penny() ? 1 : 0);
                assertThat(quota.remainder()).isBetween(Fraction.ZERO, PENNY).isNotEqualTo(PENNY);
                pennies += penny;
                whole = whole.plus(quota.whole());
            }
            assertThat(whole.plus(Money.ofPence(pennies))).isEqualTo(drawn.total());
        });
    }

    /** A case in which some partners are sub-bodies of the first. */
    private record Grouped(Case drawn, Members members) {
        static Grouped draw(uk.jointdesk.testkit.Draw draw) {
            Case drawn = Case.draw(draw);
            List<Membership> subBodies = drawn.weights().keySet().stream()
                    .filter(code -> !code.equals("PA") && draw.chance(40))
                    .map(code -> new Membership(code, draw.chance(80) ? "PA" : "ZZ", null, null))
                    .toList();
            return new Grouped(drawn, Members.of(subBodies));
        }
    }

    private static Map<String, Long> pence(Case drawn) {
        return Apportionment.of(drawn.total(), drawn.asWeights()).shares().stream()
                .collect(
                        Collectors.toMap(Share::partner, share -> share.amount().pence()));
    }
}
