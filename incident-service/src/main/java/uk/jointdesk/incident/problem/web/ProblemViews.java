package uk.jointdesk.incident.problem.web;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.incident.partner.web.NamedPartners;
import uk.jointdesk.incident.problem.domain.Problem;
import uk.jointdesk.incident.problem.domain.Recurrence;
import uk.jointdesk.incident.problem.store.ProblemTickets;

/** Problems as the caller may see them: its own partners, incidents and counts. */
@ApplicationScoped
public class ProblemViews {

    private final ProblemTickets tickets;
    private final NamedPartners partners;

    public ProblemViews(ProblemTickets tickets, NamedPartners partners) {
        this.tickets = tickets;
        this.partners = partners;
    }

    ProblemView whole(Problem problem) {
        Recurrence recurrence = Recurrence.of(tickets.of(problem.reference()));
        return ProblemView.of(
                problem,
                partners.visible(problem.partners()),
                tickets.majorIncidents(problem.reference()),
                ProblemView.Counts.of(recurrence));
    }

    ProblemView brief(Problem problem) {
        return ProblemView.of(problem, partners.visible(problem.partners()), null, null);
    }
}
