package uk.jointdesk.finance.apportionment.domain;

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
    private static final Fraction MINUS_PENNY = Fraction.of(-1, 1);
    private static final Fraction SEVEN_THIRDS = Fraction.of(7, 3);

    @Test
    void every_division_equals_the_oracles() {
        Laws.forAll(
                "equal to the oracle",
                Case::draw,
                Laws.cases(),
                drawn -> Laws.same(Oracle.divide(drawn.pence(), drawn.weights()), pence(drawn)));
    }

    @Test
    void parts_add_up_to_the_total_and_fractions_to_one() {
        Laws.forAll("parts add up", Case::draw, Laws.cases(), drawn -> {
            List<Share> shares =
                    Apportionment.of(drawn.total(), drawn.asWeights()).shares();
            Laws.same(
                    drawn.total(), Money.sum(shares.stream().map(Share::amount).toList()));
            Laws.same(Fraction.ONE, shares.stream().map(Share::fraction).reduce(Fraction.ZERO, Fraction::plus));
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
                Laws.holds(away.compareTo(PENNY) < 0 && away.compareTo(MINUS_PENNY) > 0, away);
            }
        });
    }

    @Test
    void the_order_and_the_scale_of_weights_do_not_matter() {
        Laws.forAll("order and scale", Case::draw, Laws.cases(), drawn -> {
            Map<String, Fraction> fractions = drawn.fractions();
            Map<String, Fraction> other = new LinkedHashMap<>();
            fractions.keySet().stream()
                    .sorted(java.util.Comparator.reverseOrder())
                    .forEach(code -> other.put(code, fractions.get(code).times(SEVEN_THIRDS)));
            Laws.same(
                    Apportionment.of(drawn.total(), drawn.asWeights()),
                    Apportionment.of(drawn.total(), Weights.of(other)));
        });
    }

    @Test
    void a_credit_mirrors_the_charge() {
        Laws.forAll("credits mirror charges", Case::draw, Laws.cases(), drawn -> {
            Apportionment credit = Apportionment.of(drawn.total().negated(), drawn.asWeights());
            for (Share share :
                    Apportionment.of(drawn.total(), drawn.asWeights()).shares()) {
                Laws.same(share.amount().negated(), credit.amountOf(share.partner()));
            }
        });
    }

    @Test
    void a_weight_of_nothing_pays_nothing() {
        Laws.forAll("nothing pays nothing", Case::draw, Laws.cases(), drawn -> {
            Apportionment divided = Apportionment.of(drawn.total(), drawn.asWeights());
            drawn.weights().forEach((partner, weight) -> {
                if (weight.signum() == 0) {
                    Laws.same(Money.ZERO, divided.amountOf(partner));
                }
            });
        });
    }

    @Test
    void the_same_total_is_paid_under_any_grouping_and_each_group_divides_to_the_penny() {
        Laws.forAll("any grouping", Grouped::draw, Laws.cases(), grouped -> {
            List<Line> lines = Line.of(grouped.drawn().total(), grouped.drawn().asWeights(), grouped.members());
            Laws.same(
                    grouped.drawn().total(),
                    Money.sum(lines.stream().map(Line::amount).toList()));
            for (Line line : lines) {
                Money within =
                        Money.sum(line.within().stream().map(Share::amount).toList());
                Laws.same(line.amount(), line.within().isEmpty() ? line.amount() : within);
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
            Laws.same(
                    Oracle.divideNested(grouped.drawn().pence(), grouped.drawn().weights(), billedTo), paid);
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
                Laws.same(quota.penny() ? 1L : 0L, Math.abs(penny));
                Laws.holds(quota.remainder().signum() >= 0 && quota.remainder().compareTo(PENNY) < 0, quota);
                pennies += penny;
                whole = whole.plus(quota.whole());
            }
            Laws.same(drawn.total(), whole.plus(Money.ofPence(pennies)));
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
