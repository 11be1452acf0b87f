package uk.jointdesk.finance.apportionment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.Weights;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.driver.domain.Reading;
import uk.jointdesk.finance.driver.store.DriverValues;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** Makes formulas out of what drivers read. */
@ApplicationScoped
public class DriverWeights {
    private final DriverValues values;

    public DriverWeights(DriverValues values) {
        this.values = values;
    }

    /** A formula and the values it was read from. */
    public record Read(Formula formula, List<DriverValue> values) {}

    /** All of it by one driver. */
    public Read byOne(String driver, Months months) {
        Reading reading = Reading.of(driver, months, values.current(List.of(driver), months));
        return new Read(Formula.of(Method.DRIVER, reading.means()), reading.values());
    }

    /** @param mix each driver's part of the mix */
    public Read byMix(Map<String, Fraction> mix, Months months) {
        List<DriverValue> current = values.current(mix.keySet(), months);
        SortedMap<String, SortedMap<String, Fraction>> drivers = new TreeMap<>();
        List<DriverValue> read = new ArrayList<>();
        for (String driver : mix.keySet()) {
            Reading reading = Reading.of(driver, months, current);
            drivers.put(driver, reading.means());
            read.addAll(reading.values());
        }
        return new Read(new Formula(Method.WEIGHTED, new TreeMap<>(mix), drivers), read);
    }

    /** The same formula on the values of other months. */
    public Read again(Formula formula, String driver, Months months) {
        return formula.isMixOfDrivers() ? byMix(formula.weights(), months) : byOne(driver, months);
    }

    /** What each driver of a formula weighs for everybody. */
    public static SortedMap<String, Weights> perDriver(Formula formula, String driver) {
        SortedMap<String, Weights> weights = new TreeMap<>();
        if (formula.isMixOfDrivers()) {
            formula.drivers().forEach((name, byPartner) -> weights.put(name, attributed(byPartner)));
        } else if (driver != null) {
            weights.put(driver, attributed(formula.weights()));
        }
        return weights;
    }

    private static Weights attributed(SortedMap<String, Fraction> byPartner) {
        SortedMap<String, Fraction> attributed = new TreeMap<>(byPartner);
        attributed.remove(Formula.UNATTRIBUTED);
        return new Weights(attributed);
    }

    /** The last month for which every one of some drivers has values of all these partners; empty where there is none. */
    public Optional<Months> latest(Collection<String> drivers, Collection<String> partners) {
        List<Optional<YearMonth>> latest = drivers.stream()
                .map(driver -> values.latestMonth(driver, partners))
                .toList();
        if (latest.isEmpty() || latest.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return latest.stream()
                .map(Optional::orElseThrow)
                .min(Comparator.naturalOrder())
                .map(month -> new Months(month, month));
    }

    /** As {@link #again}, or nothing where a driver has no values for those months. */
    public Optional<Read> tryAgain(Formula formula, String driver, Months months) {
        try {
            return Optional.of(again(formula, driver, months));
        } catch (RuleBroken withoutValues) {
            return Optional.empty();
        }
    }
}
