package uk.jointdesk.servicelevel;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.jointdesk.servicelevel.agreement.Agreement;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.Coverage;
import uk.jointdesk.servicelevel.agreement.EscalationThreshold;
import uk.jointdesk.servicelevel.agreement.HoldReason;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.agreement.TargetRule;
import uk.jointdesk.servicelevel.calendar.Calendars;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.target.Percent;
import uk.jointdesk.servicelevel.target.Target;
import uk.jointdesk.servicelevel.target.Target.Reading;

/** The default agreement of the suite, with single points changed as a test needs it. */
public final class HouseRules {

    private static final WorkingCalendar OFFICE = Calendars.office();

    private final Map<String, WorkingCalendar> calendars = new HashMap<>(Map.of("LBL", OFFICE, "LBS", OFFICE));
    private final Map<String, Target> targets = new HashMap<>(Map.of(
            "P1", new Target.ServiceMinutes(240),
            "P2", new Target.ServiceMinutes(480),
            "P3", new Target.WorkingDays(2, Reading.SERVICE_MINUTES)));
    private final Map<String, Target> responseTargets = new HashMap<>();
    private final List<EscalationThreshold> escalation = new ArrayList<>();
    private Set<HoldReason> stopping = EnumSet.complementOf(EnumSet.of(HoldReason.OTHER));
    private ReopenReading reopen = ReopenReading.RESUME;
    private ChangePolicy policy = ChangePolicy.RETROACTIVE;

    private HouseRules() {}

    public static HouseRules standard() {
        return new HouseRules();
    }

    /** The standard targets on round-the-clock hours. */
    public static HouseRules roundTheClock() {
        return standard().calendar("LBL", Calendars.roundTheClock(ZoneId.of("Europe/London")));
    }

    public HouseRules calendar(String partner, WorkingCalendar calendar) {
        calendars.put(partner, calendar);
        return this;
    }

    public HouseRules target(String priority, Target target) {
        targets.put(priority, target);
        return this;
    }

    public HouseRules responseTarget(String priority, Target target) {
        responseTargets.put(priority, target);
        return this;
    }

    public HouseRules stopping(HoldReason... reasons) {
        stopping = Set.of(reasons);
        return this;
    }

    public HouseRules reopen(ReopenReading reading) {
        reopen = reading;
        return this;
    }

    public HouseRules changes(ChangePolicy value) {
        policy = value;
        return this;
    }

    public HouseRules escalating(EscalationThreshold... thresholds) {
        escalation.addAll(List.of(thresholds));
        return this;
    }

    public ServiceLevelRules rules() {
        Coverage coverage = new Coverage(Set.of("LBL", "LBS"), Set.of(), Set.of(), Set.of("Application team*"));
        AgreementVersion version = new AgreementVersion(
                "IAA",
                1,
                Instant.parse("2015-04-01T00:00:00Z"),
                null,
                coverage,
                table(targets),
                table(responseTargets),
                stopping,
                reopen,
                policy,
                escalation);
        return new RuleBook(List.of(new Agreement("IAA", List.of(version))), calendars);
    }

    private static List<TargetRule> table(Map<String, Target> targets) {
        return targets.entrySet().stream()
                .map(entry -> new TargetRule("INCIDENT", entry.getKey(), null, entry.getValue(), Percent.of(95)))
                .toList();
    }
}
