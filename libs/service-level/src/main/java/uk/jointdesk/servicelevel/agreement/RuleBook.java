package uk.jointdesk.servicelevel.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/**
 * Agreements and calendars held in memory.
 *
 * @param agreements asked in this order; the first whose version in force covers the ticket holds
 * @param calendars per partner code
 */
public record RuleBook(List<Agreement> agreements, Map<String, WorkingCalendar> calendars)
        implements ServiceLevelRules {

    public RuleBook {
        agreements = List.copyOf(agreements);
        calendars = Map.copyOf(calendars);
    }

    @Override
    public Optional<AgreementVersion> covering(Terms terms, Instant loggedAt) {
        if (terms.partner() == null) {
            // Nobody's ticket has nobody's hours: there is nothing to measure it by.
            return Optional.empty();
        }
        return agreements.stream()
                .flatMap(agreement -> agreement.at(loggedAt).stream())
                .filter(version -> version.coverage().covers(terms))
                .findFirst();
    }

    @Override
    public WorkingCalendar calendarOf(String partner) {
        if (partner == null || !calendars.containsKey(partner)) {
            throw new UnknownCalendar(partner);
        }
        return calendars.get(partner);
    }
}
