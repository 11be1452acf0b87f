package uk.jointdesk.benchmarks.apportionment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.Division;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Membership;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * Ten years of ten thousand budget lines each from a fixed seed, divided among three partners by a driver that is counted
 * anew every April. The third partner joins on 1 November of the second year, so that year has two terms; one line in
 * twenty is a credit. Amounts go from pennies to two million pounds.
 */
final class TenYears {
    static final int YEARS = 10;
    static final int LINES = 10_000;
    static final int FIRST = 2016;
    static final LocalDate JOINS = LocalDate.of(2017, 11, 1);
    static final List<String> PARTNERS = List.of("LBB", "LBL", "LBS");

    private final SplittableRandom random = new SplittableRandom(2018);
    private final long[][] pence = new long[YEARS][LINES];
    private final long[][] users = new long[YEARS][PARTNERS.size()];

    TenYears() {
        for (int year = 0; year < YEARS; year++) {
            for (int partner = 0; partner < PARTNERS.size(); partner++) {
                users[year][partner] = random.nextLong(2_000, 5_000);
            }
            for (int line = 0; line < LINES; line++) {
                long amount = random.nextLong(1, random.nextInt(4) == 0 ? 200_000_000L : 500_000L);
                pence[year][line] = random.nextInt(20) == 0 ? -amount : amount;
            }
        }
    }

    long pence(int year, int line) {
        return pence[year][line];
    }

    long[] users(int year) {
        return users[year];
    }

    /** What is known of the scheme and the members; from it every year's division is made ready. */
    List<Division> divisions() {
        List<SchemeVersion> versions = new ArrayList<>();
        for (int year = 0; year < YEARS; year++) {
            versions.add(new SchemeVersion(year + 1, new FinancialYear(FIRST + year).from(), formula(year)));
        }
        Scheme scheme = new Scheme("USERS", versions);
        Members members = Members.of(List.of(new Membership("LBS", null, JOINS, null)));
        return versions.stream()
                .map(version -> Division.over(
                        FinancialYear.containing(version.validFrom()).span(), scheme, members))
                .toList();
    }

    private Formula formula(int year) {
        Map<String, Fraction> weights = new TreeMap<>();
        for (int partner = 0; partner < PARTNERS.size(); partner++) {
            weights.put(PARTNERS.get(partner), Fraction.of(users[year][partner], 1));
        }
        return Formula.of(Method.DRIVER, weights);
    }

    Money amount(int year, int line) {
        return Money.ofPence(pence[year][line]);
    }
}
