package uk.jointdesk.finance.apportionment.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.jointdesk.finance.apportionment.DriverWeights;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.apportionment.domain.Standing;
import uk.jointdesk.finance.apportionment.domain.WeightSource;
import uk.jointdesk.finance.driver.domain.Driver;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.driver.store.Drivers;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.scope.Caller;

/** Reads what finance proposes into a version of a scheme. */
@ApplicationScoped
class Proposals {
    private final DriverWeights weights;
    private final Drivers drivers;
    private final FundingPartners register;
    private final Caller caller;
    private final Clock clock;

    Proposals(DriverWeights weights, Drivers drivers, FundingPartners register, Caller caller, Clock clock) {
        this.weights = weights;
        this.drivers = drivers;
        this.register = register;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param values the driver values that the weights were read from, none where they were given */
    record Proposal(Formula formula, WeightSource source, List<DriverValue> values) {}

    Proposal read(VersionInput body) {
        body.check();
        checkDriver("/driver", body.driver());
        if (body.reading() == null) {
            Formula given = FormulaInput.read(body.method(), body.weights(), body.drivers(), register.codes());
            return new Proposal(given, source(body, null), List.of());
        }
        Months months =
                body.reading().rule().months(body.validFrom(), body.reading().snapshotOn());
        DriverWeights.Read read = body.method() == Method.DRIVER
                ? weights.byOne(body.driver(), months)
                : weights.byMix(FormulaInput.mix(body.weights()), months);
        return new Proposal(read.formula(), source(body, months), read.values());
    }

    private void checkDriver(String pointer, String driver) {
        Set<String> known = drivers.all().stream().map(Driver::code).collect(Collectors.toSet());
        if (driver != null && !known.contains(driver)) {
            throw new RuleBroken("driver-unknown", pointer, "No driver has this code.");
        }
    }

    private static WeightSource source(VersionInput body, Months months) {
        return new WeightSource(
                body.driver(),
                months == null ? null : body.reading().rule(),
                months,
                body.tolerancePoints() == null ? null : body.tolerancePoints().fraction(),
                body.reviewOn(),
                null);
    }

    SchemeRecord.Version next(SchemeRecord scheme, VersionInput body, Proposal proposal) {
        scheme.checkBeginsLast(body.validFrom(), "/validFrom");
        boolean assumed =
                proposal.values().stream().anyMatch(value -> value.evidence().assumption());
        return new SchemeRecord.Version(
                new SchemeVersion(scheme.nextNumber(), body.validFrom(), proposal.formula()),
                body.source(),
                assumed || Boolean.TRUE.equals(body.assumption()),
                proposal.source(),
                new Standing(caller.client(), clock.instant(), null));
    }
}
