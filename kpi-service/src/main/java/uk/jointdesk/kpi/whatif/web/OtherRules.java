package uk.jointdesk.kpi.whatif.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.rules.AgreementDocument;
import uk.jointdesk.kit.rules.CalendarDocument;
import uk.jointdesk.kpi.feed.upstream.Upstream;
import uk.jointdesk.kpi.partner.domain.Partner;
import uk.jointdesk.kpi.partner.domain.Partners;
import uk.jointdesk.servicelevel.agreement.RuleBook;

/** The rules in force with some of them replaced. */
@ApplicationScoped
public class OtherRules {

    private final Upstream upstream;

    public OtherRules(Upstream upstream) {
        this.upstream = upstream;
    }

    RuleBook of(WhatIfDocument wanted) {
        Upstream.Rules inForce = inForce();
        List<CalendarDocument> calendars = replaced(inForce.calendars(), wanted.calendars(), CalendarDocument::code);
        List<AgreementDocument> agreements =
                replaced(inForce.agreements(), wanted.agreements(), AgreementDocument::code);
        return Upstream.book(partners(inForce.partners(), wanted.partnerCalendars(), calendars), calendars, agreements);
    }

    private Upstream.Rules inForce() {
        try {
            return upstream.rules();
        } catch (ProcessingException | WebApplicationException away) {
            throw new Refusal(503, "rules-unavailable", "The rules in force cannot be read now; try again.");
        }
    }

    private static <T> List<T> replaced(List<T> inForce, List<T> wanted, Function<T, String> code) {
        Map<String, T> byCode = new LinkedHashMap<>();
        inForce.forEach(rule -> byCode.put(code.apply(rule), rule));
        wanted.forEach(rule -> byCode.put(code.apply(rule), rule));
        return List.copyOf(byCode.values());
    }

    private static Partners partners(Partners inForce, Map<String, String> wanted, List<CalendarDocument> calendars) {
        wanted.forEach((partner, calendar) -> {
            boolean known = calendars.stream().anyMatch(one -> one.code().equals(calendar));
            if (inForce.find(partner).isEmpty() || !known) {
                throw Refusal.refused(
                        "partner-calendar-unknown",
                        "There is no such partner, or no such calendar.",
                        new FieldError("/partnerCalendars/" + partner, "a known partner and a known calendar"));
            }
        });
        return new Partners(inForce.members().stream()
                .map(partner -> with(partner, wanted.getOrDefault(partner.code(), partner.calendar())))
                .toList());
    }

    private static Partner with(Partner partner, String calendar) {
        return new Partner(
                partner.code(),
                partner.name(),
                partner.kind(),
                partner.parent(),
                partner.host(),
                partner.memberFrom(),
                partner.memberTo(),
                calendar);
    }
}
