package uk.jointdesk.finance.whatif.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Membership;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * What is assumed to be otherwise than it is.
 *
 * @param schemes by code of the scheme they stand in for
 * @param driverValues by driver: the value of every partner, in place of all that are known
 * @param members in place of the register's entries for the same partners
 */
public record Assumed(
        Map<String, StandIn> schemes, Map<String, SortedMap<String, Fraction>> driverValues, List<Membership> members) {

    /** Another scheme that is kept, by its code, or a formula; the other is null. */
    public record StandIn(String scheme, Formula formula) {}

    /** @throws RuleBroken {@code scheme-unknown}, {@code driver-not-used}, {@code member-without-weight} */
    public YearFacts applyTo(YearFacts facts, Map<String, SchemeRecord> kept) {
        Set<String> used = new HashSet<>();
        Map<String, Scheme> assumed = new TreeMap<>();
        kept.keySet().forEach(code -> assumed.put(code, scheme(code, kept, used)));
        checkAllUsed(used);
        checkWeights(assumed, facts.members());
        return new YearFacts(facts.year(), facts.pools(), assumed, members(facts.members()), facts.posted());
    }

    private Scheme scheme(String code, Map<String, SchemeRecord> kept, Set<String> used) {
        StandIn standIn = schemes.get(code);
        if (standIn != null && standIn.formula() != null) {
            return new Scheme(
                    code, List.of(new SchemeVersion(1, LocalDate.MIN, revalued(standIn.formula(), null, used))));
        }
        SchemeRecord record = kept.get(standIn == null ? code : standIn.scheme());
        return new Scheme(
                code,
                record.versions().stream()
                        .filter(version -> version.standing().isApproved())
                        .map(version -> new SchemeVersion(
                                version.version().number(),
                                version.version().validFrom(),
                                revalued(
                                        version.version().formula(),
                                        version.weights().driver(),
                                        used)))
                        .toList());
    }

    /** @param driver what a DRIVER formula counts, or null */
    private Formula revalued(Formula formula, String driver, Set<String> used) {
        if (formula.isMixOfDrivers()) {
            SortedMap<String, SortedMap<String, Fraction>> drivers = new TreeMap<>(formula.drivers());
            driverValues.forEach((name, values) -> drivers.computeIfPresent(name, (any, former) -> {
                used.add(name);
                return values;
            }));
            return new Formula(formula.method(), formula.weights(), drivers);
        }
        if (driver == null || !driverValues.containsKey(driver)) {
            return formula;
        }
        used.add(driver);
        return Formula.of(Method.DRIVER, driverValues.get(driver));
    }

    private void checkAllUsed(Set<String> used) {
        driverValues.keySet().stream()
                .filter(driver -> !used.contains(driver))
                .findFirst()
                .ifPresent(driver -> {
                    throw new RuleBroken(
                            "driver-not-used", "/driverValues/" + driver, "No scheme divides by " + driver + ".");
                });
    }

    /** A newcomer that no formula names would pay nothing, which nobody means. */
    private void checkWeights(Map<String, Scheme> assumed, Members register) {
        for (int i = 0; i < members.size(); i++) {
            String partner = members.get(i).partner();
            boolean known = register.byPartner().containsKey(partner);
            boolean weighed = assumed.values().stream()
                    .flatMap(scheme -> scheme.versions().stream())
                    .anyMatch(version -> version.formula().partners().contains(partner));
            if (!known && !weighed) {
                throw new RuleBroken(
                        "member-without-weight", "/members/" + i, "No scheme has a weight for " + partner + ".");
            }
        }
    }

    private Members members(Members register) {
        Map<String, Membership> assumed = new TreeMap<>(register.byPartner());
        members.forEach(member -> assumed.put(member.partner(), member));
        return Members.of(assumed.values());
    }
}
