package uk.jointdesk.kpi.feed.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.jointdesk.kit.rules.AgreementDocument;
import uk.jointdesk.kit.rules.CalendarDocument;
import uk.jointdesk.kpi.majorincident.domain.MajorIncident;
import uk.jointdesk.kpi.partner.domain.Partner;
import uk.jointdesk.kpi.partner.domain.Partners;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/** incident-service as this service sees it: facts, and the rules to judge them by. */
@ApplicationScoped
public class Upstream {

    /** The largest page the feed gives. */
    public static final int PAGE = 5_000;

    private static final int LIST_PAGE = 500;

    private final IncidentApi incident;
    private volatile Rules known;

    public Upstream(@RestClient IncidentApi incident) {
        this.incident = incident;
    }

    /**
     * The rules in force, and the partners they speak about.
     *
     * @param digest the same for the same rules
     */
    public record Rules(
            Partners partners,
            RuleBook book,
            List<CalendarDocument> calendars,
            List<AgreementDocument> agreements,
            String digest) {}

    public FeedPage events(String after) {
        return incident.events(after, PAGE);
    }

    /**
     * The rules as they stand now. Ask after reading a page: what was agreed before an event was recorded is then in.
     */
    public Rules rules() {
        Partners partners = new Partners(Listing.all(cursor -> incident.partners(LIST_PAGE, cursor)).stream()
                .map(PartnerDocument::toPartner)
                .sorted(java.util.Comparator.comparing(Partner::code))
                .toList());
        List<CalendarDocument> calendars = Listing.all(cursor -> incident.calendars(LIST_PAGE, cursor));
        List<AgreementDocument> agreements = Listing.all(cursor -> incident.agreements(LIST_PAGE, cursor));
        Rules last = known;
        boolean unchanged = last != null
                && last.partners.equals(partners)
                && last.calendars.equals(calendars)
                && last.agreements.equals(agreements);
        // Calendars remember the days they have worked out, so the same rules stay the same object.
        known = unchanged
                ? last
                : new Rules(
                        partners,
                        book(partners, calendars, agreements),
                        calendars,
                        agreements,
                        RulesDigest.of(partners, calendars, agreements));
        return known;
    }

    /** Every major incident as it stands now. */
    public List<MajorIncident> majorIncidents() {
        return Listing.all(cursor -> incident.majorIncidents(LIST_PAGE, cursor)).stream()
                .map(MajorIncidentDocument::toMajorIncident)
                .toList();
    }

    public boolean hasCompleteImport(String source) {
        return incident.imports(source, LIST_PAGE).items().stream().anyMatch(job -> job.isCompleteFor(source));
    }

    /** The rule book that these amount to. */
    public static RuleBook book(
            Partners partners, List<CalendarDocument> calendars, List<AgreementDocument> agreements) {
        Map<String, WorkingCalendar> byCode =
                calendars.stream().collect(Collectors.toMap(CalendarDocument::code, CalendarDocument::toCalendar));
        Map<String, WorkingCalendar> byPartner = partners.members().stream()
                .filter(partner -> byCode.containsKey(partner.calendar()))
                .collect(Collectors.toMap(Partner::code, partner -> byCode.get(partner.calendar())));
        return new RuleBook(
                agreements.stream().map(AgreementDocument::toAgreement).toList(), byPartner);
    }
}
