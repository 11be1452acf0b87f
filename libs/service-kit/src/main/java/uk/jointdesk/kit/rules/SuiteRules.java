package uk.jointdesk.kit.rules;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/** The rule book that a set of documents amounts to. Agreements are asked in the order of their codes. */
public final class SuiteRules {

    private SuiteRules() {}

    public static RuleBook of(
            List<PartnerDocument> partners, List<CalendarDocument> calendars, List<AgreementDocument> agreements) {
        Map<String, WorkingCalendar> byCode = calendars.stream()
                .map(CalendarDocument::toCalendar)
                .collect(toMap(WorkingCalendar::code, Function.identity()));
        Map<String, WorkingCalendar> byPartner = partners.stream()
                .filter(partner -> byCode.containsKey(partner.calendar()))
                .collect(toMap(PartnerDocument::code, partner -> byCode.get(partner.calendar())));
        return new RuleBook(
                agreements.stream()
                        .sorted(Comparator.comparing(AgreementDocument::code))
                        .map(AgreementDocument::toAgreement)
                        .toList(),
                byPartner);
    }
}
