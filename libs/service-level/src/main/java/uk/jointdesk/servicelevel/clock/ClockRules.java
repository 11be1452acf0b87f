package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.event.Attributes;
import uk.jointdesk.servicelevel.life.Spell;

/** The rules for one ticket: those in force when it was logged, asked once for each set of attributes. */
final class ClockRules {

    private final ServiceLevelRules rules;
    private final Instant loggedAt;
    private final Map<Attributes, Optional<Standing>> known = new HashMap<>();

    ClockRules(ServiceLevelRules rules, Instant loggedAt) {
        this.rules = rules;
        this.loggedAt = loggedAt;
    }

    Optional<Standing> standing(Attributes attributes) {
        return known.computeIfAbsent(attributes, any -> Standing.of(any, loggedAt, rules));
    }

    NoTarget whyNone(Attributes attributes) {
        return Standing.whyNone(attributes, loggedAt, rules);
    }

    boolean isUnder(Standing standing, Spell spell) {
        return standing(spell.attributes()).filter(standing::equals).isPresent();
    }

    WorkingCalendar calendarOf(String partner) {
        return rules.calendarOf(partner);
    }
}
