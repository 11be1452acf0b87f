package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.event.Attributes;
import uk.jointdesk.servicelevel.life.Spell;

/** The rules for one ticket: those in force when it was logged, asked once for each set of attributes. */
final class ClockRules {

    private final Metric metric;
    private final ServiceLevelRules rules;
    private final Instant loggedAt;
    private final Map<Attributes, Optional<Standing>> known = new HashMap<>();

    ClockRules(Metric metric, ServiceLevelRules rules, Instant loggedAt) {
        this.metric = metric;
        this.rules = rules;
        this.loggedAt = loggedAt;
    }

    Optional<Standing> standing(Attributes attributes) {
        return known.computeIfAbsent(attributes, any -> Standing.of(metric, any, loggedAt, rules));
    }

    /** The agreement that covers a ticket with these attributes, whether it has a target for it or not. */
    Optional<AgreementVersion> agreement(Attributes attributes) {
        return Standing.agreement(attributes, loggedAt, rules);
    }

    NoTarget whyNone(Attributes attributes) {
        return agreement(attributes).isPresent() ? NoTarget.NO_MATCHING_TARGET : NoTarget.NOT_COVERED;
    }

    boolean isUnder(Standing standing, Spell spell) {
        return standing(spell.attributes()).filter(standing::equals).isPresent();
    }

    WorkingCalendar calendarOf(String partner) {
        return rules.calendarOf(partner);
    }
}
