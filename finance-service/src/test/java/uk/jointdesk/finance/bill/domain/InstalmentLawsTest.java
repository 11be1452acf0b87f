package uk.jointdesk.finance.bill.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** What holds of every division of a sum into instalments, on {@code laws.cases} generated cases each. */
class InstalmentLawsTest {
    private static final LocalDate DAY = LocalDate.of(2020, 5, 1);

    record Case(List<Long> lines, List<Long> weights) {
        static Case draw(Draw draw) {
            long most = draw.oneOf(5L, 1_000L, 1_460_000_000L);
            return new Case(
                    draw.listOf(1, any -> draw.between(-most / 4, most)),
                    IntStream.range(0, draw.between(1, 12))
                            .mapToObj(i -> draw.between(1L, draw.oneOf(1L, 100L)))
                            .toList());
        }

        InstalmentPlan plan() {
            return new InstalmentPlan(IntStream.range(0, weights.size())
                    .mapToObj(i -> new InstalmentPlan.Part(DAY.plusMonths(i), Fraction.of(weights.get(i), 1)))
                    .toList());
        }

        Due due() {
            List<BillLine> bill = IntStream.range(0, lines.size())
                    .mapToObj(i -> new BillLine(LineKind.POOL, "L" + i, "t", "n", Money.ofPence(lines.get(i))))
                    .toList();
            Money total = Due.total(bill);
            Money own = Money.ofPence(total.pence() / 3);
            return new Due(
                    "LBL",
                    bill,
                    List.of(new Contribution.Within("LBL", own), new Contribution.Within("LH", total.minus(own))));
        }
    }

    @Test
    void instalments_add_up_to_every_line_to_every_sub_body_and_to_the_sum() {
        Laws.forAll("instalments add up", Case::draw, Laws.cases(), drawn -> {
            Due due = drawn.due();
            List<Due> parts = drawn.plan().split(due);
            assertThat(Money.sum(parts.stream().map(Due::total).toList())).isEqualTo(due.total());
            due.lines().forEach(line -> assertThat(Money.sum(parts.stream()
                            .flatMap(part -> part.lines().stream())
                            .filter(some -> some.code().equals(line.code()))
                            .map(BillLine::amount)
                            .toList()))
                    .isEqualTo(line.amount()));
            due.within().forEach(row -> assertThat(Money.sum(parts.stream()
                            .flatMap(part -> part.within().stream())
                            .filter(some -> some.partner().equals(row.partner()))
                            .map(Contribution.Within::amount)
                            .toList()))
                    .isEqualTo(row.amount()));
        });
    }

    @Test
    void no_instalment_is_a_penny_away_from_its_exact_part() {
        Laws.forAll("quota rule of instalments", Case::draw, Laws.cases(), drawn -> {
            long all = drawn.weights().stream().mapToLong(Long::longValue).sum();
            BigInteger total = BigInteger.valueOf(drawn.due().total().pence());
            List<Due> parts = drawn.plan().split(drawn.due());
            for (int i = 0; i < parts.size(); i++) {
                // Both sides times all weights: |part x all - total x weight| < all.
                BigInteger away = BigInteger.valueOf(parts.get(i).total().pence())
                        .multiply(BigInteger.valueOf(all))
                        .subtract(total.multiply(
                                BigInteger.valueOf(drawn.weights().get(i))));
                assertThat(away.abs()).isLessThan(BigInteger.valueOf(all));
            }
        });
    }

    @Test
    void equal_instalments_differ_by_a_penny_at_most_and_the_first_are_the_larger() {
        Laws.forAll("equal instalments", draw -> draw.between(-1_000_000L, 1_460_000_000L), Laws.cases(), pence -> {
            Due due = Due.own("LBB", List.of(new BillLine(LineKind.POOL, "BASE", "t", "n", Money.ofPence(pence))));
            List<Long> parts = InstalmentPlan.equal(4, DAY).split(due).stream()
                    .map(part -> Math.abs(part.total().pence()))
                    .toList();
            assertThat(parts.get(0) - parts.get(3)).isBetween(0L, 1L);
            assertThat(parts).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        });
    }

    @Test
    void quarters_of_the_published_budget_are_3_65_million() {
        Due due = Due.own("ALL", List.of(new BillLine(LineKind.POOL, "BASE", "t", "n", Money.parse("14600000.00"))));
        assertThat(InstalmentPlan.equal(4, DAY).split(due))
                .extracting(Due::total)
                .containsOnly(Money.parse("3650000.00"));
    }

    @Test
    void a_plan_without_parts_or_with_a_part_of_nothing_is_refused() {
        assertThatThrownBy(() -> new InstalmentPlan(List.of())).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> new InstalmentPlan(List.of(new InstalmentPlan.Part(DAY, Fraction.ZERO))))
                .isInstanceOf(RuleBroken.class);
    }
}
