package uk.jointdesk.finance.apportionment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.domain.Span;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** What holds of a cost over time, on generated years in which partners join and leave. */
class DatedLawsTest {
    private static final FinancialYear YEAR = new FinancialYear(2019);
    /** Each case is a year walked day by day or month by month: a night has room for a tenth of what others try. */
    private static final int CASES = Math.min(Laws.oracleCases(), 100_000);

    /** A year; PA is a member throughout, anybody else for some of it. */
    private record Year(Money total, Map<String, BigDecimal> weights, List<Membership> memberships) {

        static Year draw(Draw draw) {
            Map<String, BigDecimal> weights = new LinkedHashMap<>(Case.weights(draw));
            weights.put("PA", BigDecimal.valueOf(draw.between(1L, 5_000L)));
            List<Membership> memberships = weights.keySet().stream()
                    .filter(code -> !code.equals("PA") && draw.chance(60))
                    .map(code -> membership(code, draw))
                    .toList();
            return new Year(Money.ofPence(draw.between(-999_999_999L, 1_460_000_000L)), weights, memberships);
        }

        private static Membership membership(String code, Draw draw) {
            LocalDate from = draw.chance(50) ? null : YEAR.from().plusDays(draw.between(-30, 300));
            LocalDate last = (from == null ? YEAR.from() : from).plusDays(draw.between(0, 200));
            return new Membership(code, null, from, draw.chance(50) ? null : last);
        }

        Scheme scheme() {
            return Scheme.of(Formula.of(
                    Method.DRIVER,
                    weights.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, entry -> Fraction.of(entry.getValue())))));
        }

        Members members() {
            return Members.of(memberships);
        }

        boolean isMember(String code, LocalDate day) {
            return memberships.stream()
                    .filter(membership -> membership.partner().equals(code))
                    .allMatch(membership -> membership.on(day));
        }
    }

    @Test
    void a_year_with_joiners_and_leavers_equals_the_oracles_walk_over_its_days() {
        Laws.forAll("dated division", Year::draw, CASES, year -> {
            DividedCost divided = DividedCost.of(year.total(), YEAR.span(), year.scheme(), year.members());
            Laws.same(oracle(year), paid(divided));
        });
    }

    @Test
    void a_partner_pays_for_no_day_on_which_it_is_not_a_member() {
        Laws.forAll("members only", Year::draw, CASES, year -> {
            for (TermCost term : DividedCost.of(year.total(), YEAR.span(), year.scheme(), year.members())
                    .terms()) {
                LocalDate first = term.term().span().from();
                term.lines().forEach(line -> Laws.holds(year.isMember(line.partner(), first), line));
            }
        });
    }

    @Test
    void twelve_months_add_up_to_the_years_division_and_every_year_to_date_divides_its_own_total() {
        Laws.forAll("cumulative", Months::draw, CASES, months -> {
            RunningCost running = new RunningCost(months.year().scheme(), Members.EVERYONE);
            SortedMap<String, Long> added = new TreeMap<>();
            SortedMap<String, Long> before = new TreeMap<>();
            long total = 0;
            for (int i = 0; i < months.pence().size(); i++) {
                running.add(
                        new Period(YEAR, i + 1).span(),
                        Money.ofPence(months.pence().get(i)));
                total += months.pence().get(i);
                SortedMap<String, Long> toDate = paid(running.toDate());
                Laws.same(Oracle.divide(total, months.year().weights()), toDate);
                toDate.forEach(
                        (partner, pence) -> added.merge(partner, pence - before.getOrDefault(partner, 0L), Long::sum));
                before.putAll(toDate);
            }
            Laws.same(Oracle.divide(total, months.year().weights()), added);
        });
    }

    @Test
    void months_add_up_to_the_penny_while_partners_join_and_leave() {
        Laws.forAll("cumulative with joiners", Months::draw, CASES, months -> {
            RunningCost running =
                    new RunningCost(months.year().scheme(), months.year().members());
            long total = 0;
            for (int i = 0; i < months.pence().size(); i++) {
                running.add(
                        new Period(YEAR, i + 1).span(),
                        Money.ofPence(months.pence().get(i)));
                total += months.pence().get(i);
                long paid = paid(running.toDate()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                Laws.same(total, paid);
            }
            Fraction parts =
                    running.toDate().lines().stream().map(Line::fraction).reduce(Fraction.ZERO, Fraction::plus);
            Laws.same(Fraction.ONE, parts);
        });
    }

    private record Months(Year year, List<Long> pence) {
        static Months draw(Draw draw) {
            List<Long> pence = new ArrayList<>();
            for (int month = 0; month < 12; month++) {
                pence.add(draw.between(-50_000L, 99_999_999L));
            }
            return new Months(Year.draw(draw), pence);
        }
    }

    private static SortedMap<String, Long> paid(DividedCost divided) {
        SortedMap<String, Long> paid = new TreeMap<>();
        divided.lines().forEach(line -> paid.put(line.partner(), line.amount().pence()));
        return paid;
    }

    /** Walks day by day, gathers runs of days with the same members, divides by days and then by weight. */
    private static SortedMap<String, Long> oracle(Year year) {
        List<Run> runs = runs(year);
        Map<String, BigDecimal> days = new TreeMap<>();
        for (int i = 0; i < runs.size(); i++) {
            days.put(key(i), BigDecimal.valueOf(runs.get(i).days));
        }
        Map<String, Long> costs = Oracle.divide(year.total().pence(), days);
        SortedMap<String, Long> paid = new TreeMap<>();
        for (int i = 0; i < runs.size(); i++) {
            Map<String, BigDecimal> weights = new TreeMap<>(year.weights());
            weights.keySet().retainAll(runs.get(i).members);
            Oracle.divide(costs.get(key(i)), weights)
                    .forEach((partner, pence) -> paid.merge(partner, pence, Long::sum));
        }
        return paid;
    }

    /** In the order of the runs. */
    private static String key(int run) {
        return Integer.toString(1_000 + run);
    }

    /** Days in a row with the same members. */
    private record Run(Set<String> members, int days) {}

    private static List<Run> runs(Year year) {
        List<Run> runs = new ArrayList<>();
        for (long day = YEAR.from().toEpochDay(); day <= YEAR.to().toEpochDay(); day++) {
            Set<String> members = new HashSet<>(year.weights().keySet());
            for (Membership membership : year.memberships()) {
                if (!counts(membership, day)) {
                    members.remove(membership.partner());
                }
            }
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).members.equals(members)) {
                runs.set(last, new Run(members, runs.get(last).days + 1));
            } else {
                runs.add(new Run(members, 1));
            }
        }
        return runs;
    }

    private static boolean counts(Membership membership, long day) {
        return (membership.from() == null || membership.from().toEpochDay() <= day)
                && (membership.to() == null || membership.to().toEpochDay() >= day);
    }

    @Test
    void a_change_that_moves_no_weight_does_not_cut_the_year() {
        Scheme scheme = Scheme.of(Formula.of(Method.EQUAL, Map.of("PA", Fraction.ONE, "PB", Fraction.ONE)));
        Members members = Members.of(List.of(new Membership("PC", null, LocalDate.of(2019, 10, 1), null)));
        assertThat(Term.over(new Span(YEAR.from(), YEAR.to()), scheme, members)).hasSize(1);
    }
}
