package uk.jointdesk.finance.driver;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.driver.domain.Driver;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.driver.domain.Reported;
import uk.jointdesk.finance.driver.store.DriverValues;
import uk.jointdesk.finance.driver.store.Drivers;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.scope.Caller;

/** Takes down what is reported of drivers, from wherever it comes: by hand, from a file, from another service. */
@ApplicationScoped
public class DriverRecords {
    private final Drivers drivers;
    private final DriverValues values;
    private final FundingPartners register;
    private final Caller caller;
    private final Clock clock;

    public DriverRecords(Drivers drivers, DriverValues values, FundingPartners register, Caller caller, Clock clock) {
        this.drivers = drivers;
        this.values = values;
        this.register = register;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param value the new value, or the standing one that it repeats
     */
    public record Taken(DriverValue value, boolean isNew) {}

    /** Takes one value. */
    public Taken take(Reported reported) {
        return intake().take(reported);
    }

    /** Takes any number of values; the registers are read once. */
    public Intake intake() {
        Set<String> partners = new HashSet<>(register.codes());
        partners.add(Formula.UNATTRIBUTED);
        return new Intake(drivers.all().stream().map(Driver::code).collect(Collectors.toSet()), partners);
    }

    public DriverValue.Entered now() {
        return new DriverValue.Entered(clock.instant(), caller.client());
    }

    /** Knows the registers as they stood when it began. */
    public final class Intake {
        private final Set<String> driverCodes;
        private final Set<String> partnerCodes;

        private Intake(Set<String> driverCodes, Set<String> partnerCodes) {
            this.driverCodes = driverCodes;
            this.partnerCodes = partnerCodes;
        }

        public boolean knows(String partner) {
            return partnerCodes.contains(partner);
        }

        /** @throws RuleBroken when the driver or the partner is unknown, or another value stands in its way */
        public Taken take(Reported reported) {
            check(reported.key());
            DriverValue standing = standing(reported.key()).orElse(null);
            if (reported.repeats(standing)) {
                return new Taken(standing, false);
            }
            DriverValue value = reported.besides(standing, UUID.randomUUID(), now());
            if (!values.add(value)) {
                throw new RuleBroken("value-superseded", "/month", "Another value was recorded meanwhile.");
            }
            return new Taken(value, true);
        }

        private void check(DriverValue.Key key) {
            if (!driverCodes.contains(key.driver())) {
                throw new RuleBroken("driver-unknown", "/driver", "No driver has this code.");
            }
            if (!knows(key.partner())) {
                throw new RuleBroken("partner-unknown", "/partner", "No funding partner has this code.");
            }
        }

        private Optional<DriverValue> standing(DriverValue.Key key) {
            return values.current(List.of(key.driver()), new Months(key.month(), key.month())).stream()
                    .filter(value -> value.key().equals(key))
                    .findFirst();
        }
    }
}
