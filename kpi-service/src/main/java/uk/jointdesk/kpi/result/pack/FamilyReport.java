package uk.jointdesk.kpi.result.pack;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.RatingRule;
import uk.jointdesk.kpi.register.store.RatingRules;
import uk.jointdesk.kpi.result.domain.KpiResult;
import uk.jointdesk.kpi.result.domain.ReportPeriod;

/**
 * The results of a family over some months, and what they were counted from.
 *
 * @param behind the tickets of the results that tickets are counted for
 */
public record FamilyReport(
        Family family,
        List<Kpi> kpis,
        ReportPeriod period,
        List<KpiResult> results,
        Map<Key, Evidence> behind,
        List<RatingRule> rules) {

    /** A result. */
    public record Key(String kpi, YearMonth month) {}

    /** Who may read of an indicator: those who may read of it and of its family. */
    Audience audience(Kpi kpi) {
        return audience(kpi.definition().audience()).and(familyAudience());
    }

    public Audience familyAudience() {
        return audience(family.audience());
    }

    /** Who may read how many indicators there are: those who may read of each. */
    Audience audienceOfAll() {
        return kpis.stream().map(this::audience).reduce(familyAudience(), Audience::and);
    }

    List<KpiResult> of(Kpi kpi) {
        return results.stream()
                .filter(result -> result.kpi().code().equals(kpi.code()))
                .toList();
    }

    Optional<RatingRule> rule(YearMonth month) {
        return RatingRules.of(rules, month);
    }

    Evidence evidence(KpiResult result) {
        Evidence tickets = behind.get(new Key(result.kpi().code(), result.month()));
        String from = result.figure().evidence();
        return tickets == null ? Evidence.handedIn(from == null ? "nothing was handed in" : from) : tickets;
    }

    private static Audience audience(uk.jointdesk.kpi.register.domain.Audience registered) {
        return Audience.valueOf(registered.name());
    }
}
