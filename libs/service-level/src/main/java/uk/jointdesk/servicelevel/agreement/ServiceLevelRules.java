package uk.jointdesk.servicelevel.agreement;

import java.time.Instant;
import java.util.Optional;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/** The rules that the clock reads: which agreement covers a ticket, and which hours a partner has. */
public interface ServiceLevelRules {

    /** The agreement version that covers such a ticket, as in force when it was logged. */
    Optional<AgreementVersion> covering(Terms terms, Instant loggedAt);

    /**
     * The hours of a partner. Asked only for partners of covered tickets; null stands for a ticket without a partner.
     *
     * @throws UnknownCalendar if the partner has none
     */
    WorkingCalendar calendarOf(String partner);
}
