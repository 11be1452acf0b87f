package uk.jointdesk.kpi.feed.domain.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.Basis;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.servicelevel.agreement.Agreement;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.Coverage;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.agreement.TargetRule;
import uk.jointdesk.servicelevel.agreement.Terms;
import uk.jointdesk.servicelevel.calendar.Calendars;
import uk.jointdesk.servicelevel.target.Percent;
import uk.jointdesk.servicelevel.target.Target;

class BasesTest {

    private static final int SHARED = 3;
    private static final long HOUR = 3_600_000L;

    /** P2 and P3 rested on the same; now P3 may take longer. */
    private static final Rejudgement LONGER = new Rejudgement(
            rules(Map.of("P2", 120L, "P3", 240L)),
            Metric.RESOLUTION,
            LocalDate.parse("2024-01-01"),
            LocalDate.parse("2024-12-31"));

    private final Bases before = new Bases(Map.of(SHARED, basis(120)));

    @Test
    void what_most_tickets_rest_on_takes_their_number() {
        Rejudged tickets = judged(life("P3", 1), life("P3", 1), life("P2", 1));
        assertThat(before.by(tickets).of(SHARED)).isEqualTo(basis(240));
        assertThat(otherwise(tickets)).containsExactly(2);
    }

    @Test
    void a_ticket_with_another_outcome_is_otherwise_though_it_rests_on_the_same() {
        Rejudged tickets = judged(life("P3", 1), life("P3", 3));
        assertThat(otherwise(tickets)).containsExactly(1);
        assertThat(tickets.outcome(1)).isEqualTo(Outcome.MET);
    }

    @Test
    void a_number_whose_tickets_lost_their_target_stands_for_what_it_stood_for() {
        Rejudged tickets = judged(life("P4", 1));
        assertThat(before.by(tickets)).isEqualTo(before);
        assertThat(otherwise(tickets)).containsExactly(0);
    }

    private List<Integer> otherwise(Rejudged tickets) {
        Bases after = before.by(tickets);
        List<Integer> otherwise = new ArrayList<>();
        for (int i = 0; i < tickets.lives().size(); i++) {
            if (tickets.isOtherwise(i, after)) {
                otherwise.add(i);
            }
        }
        return otherwise;
    }

    private static Rejudged judged(Life... lives) {
        return LONGER.judged(Lives.of(List.of(lives)));
    }

    /** Logged on a Monday at ten, resolved some hours later; it was met within two. */
    private static Life life(String priority, int hours) {
        long logged = Instant.parse("2024-03-04T10:00:00Z").toEpochMilli();
        return new Life(
                "LBB-1",
                new Terms("LBB", null, priority, null, null),
                logged,
                logged + hours * HOUR,
                false,
                new Interruptions(false, Collections.emptyList()),
                new Life.Standing(hours <= 2 ? Outcome.MET : Outcome.BREACHED, hours * HOUR, SHARED));
    }

    private static Basis basis(long minutes) {
        var office = Calendars.office();
        return new Basis(minutes, "IAA", 1, office.code(), office.versionOn(LocalDate.parse("2024-03-04")));
    }

    private static RuleBook rules(Map<String, Long> minutes) {
        List<TargetRule> targets = minutes.entrySet().stream()
                .map(target -> new TargetRule(
                        null, target.getKey(), null, new Target.ServiceMinutes(target.getValue()), Percent.of(95)))
                .toList();
        AgreementVersion version = new AgreementVersion(
                "IAA",
                1,
                Instant.EPOCH,
                null,
                Coverage.of("LBB"),
                targets,
                List.of(),
                Set.of(),
                ReopenReading.RESUME,
                ChangePolicy.RETROACTIVE,
                List.of());
        return new RuleBook(List.of(new Agreement("IAA", List.of(version))), Map.of("LBB", Calendars.office()));
    }
}
