package uk.jointdesk.kpi.feed.domain.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import uk.jointdesk.kpi.feed.domain.Basis;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.agreement.TargetRule;
import uk.jointdesk.servicelevel.agreement.Terms;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/**
 * Looks up what a ticket is judged by, once for all tickets of the same terms between two changes of the rules. Safe for
 * threads.
 */
final class Grounds {

    /** Tickets that share a look-up: between two changes nothing depends on the very instant. */
    private record Key(Terms terms, int logged) {}

    /** Judgements that rest on the same. */
    private record Footing(Ground ground, int ended) {}

    private final RuleBook rules;
    private final Metric metric;
    private final List<WorkingCalendar> calendars;
    private final long[] changes;
    private final Map<Key, Ground> known = new ConcurrentHashMap<>();
    private final Map<Footing, Basis> bases = new ConcurrentHashMap<>();

    Grounds(RuleBook rules, Metric metric) {
        this.rules = rules;
        this.metric = metric;
        this.calendars = rules.calendars().values().stream().distinct().toList();
        this.changes = Stream.concat(agreementChanges(rules), calendars.stream().flatMap(Grounds::calendarChanges))
                .mapToLong(Instant::toEpochMilli)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The calendars by the places that grounds name. */
    List<WorkingCalendar> calendars() {
        return calendars;
    }

    /** @param loggedAt in epoch milliseconds */
    Ground of(Terms terms, long loggedAt) {
        Key key = new Key(terms, stretch(loggedAt));
        Ground ground = known.get(key);
        return ground != null
                ? ground
                : known.computeIfAbsent(key, any -> ground(terms, Instant.ofEpochMilli(loggedAt)));
    }

    /** What a judgement on this ground rests on; instants in epoch milliseconds. */
    Basis basis(Ground ground, long loggedAt, long endedAt) {
        if (ground.allowsEachItsOwn()) {
            return ground.basis(loggedAt, endedAt);
        }
        Footing footing = new Footing(ground, stretch(endedAt));
        Basis basis = bases.get(footing);
        return basis != null ? basis : bases.computeIfAbsent(footing, any -> ground.basis(loggedAt, endedAt));
    }

    private int stretch(long instant) {
        int place = Arrays.binarySearch(changes, instant);
        return place < 0 ? -place - 2 : place;
    }

    private Ground ground(Terms terms, Instant loggedAt) {
        return rules.covering(terms, loggedAt)
                .flatMap(
                        version -> version.targetFor(metric, terms).map(rule -> ground(version, rule, terms, loggedAt)))
                .orElse(Ground.NONE);
    }

    private Ground ground(AgreementVersion version, TargetRule rule, Terms terms, Instant loggedAt) {
        WorkingCalendar calendar = rules.calendarOf(terms.partner());
        return new Ground(version, rule.target(), loggedAt, calendar, calendars.indexOf(calendar));
    }

    private static Stream<Instant> agreementChanges(RuleBook rules) {
        List<Instant> changes = new ArrayList<>();
        rules.agreements().stream()
                .flatMap(agreement -> agreement.versions().stream())
                .forEach(version -> {
                    changes.add(version.validFrom());
                    changes.add(version.validTo());
                });
        return changes.stream().filter(Objects::nonNull);
    }

    private static Stream<Instant> calendarChanges(WorkingCalendar calendar) {
        return calendar.versions().stream()
                .map(version ->
                        version.validFrom().atStartOfDay(calendar.zone()).toInstant());
    }
}
