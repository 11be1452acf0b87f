package uk.jointdesk.incident.majorincident.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.majorincident.domain.Relation;
import uk.jointdesk.incident.majorincident.store.Actions;
import uk.jointdesk.incident.majorincident.store.LinkedTickets;
import uk.jointdesk.incident.majorincident.store.MajorIncidentList;
import uk.jointdesk.incident.majorincident.store.Timeline;
import uk.jointdesk.incident.majorincident.web.MajorIncidentView.ActionView;
import uk.jointdesk.incident.majorincident.web.MajorIncidentView.Alike;
import uk.jointdesk.incident.majorincident.web.MajorIncidentView.Around;
import uk.jointdesk.incident.majorincident.web.MajorIncidentView.NextUpdate;
import uk.jointdesk.incident.majorincident.web.MajorIncidentView.Ticket;
import uk.jointdesk.incident.partner.web.NamedPartners;
import uk.jointdesk.incident.problem.store.ProblemStore;
import uk.jointdesk.kit.version.Version;

/** Major incidents as the caller may see them. */
@ApplicationScoped
public class MajorIncidentViews {

    static final ZoneId LOCAL = ZoneId.of("Europe/London");

    private final MajorIncidentList list;
    private final Timeline timeline;
    private final LinkedTickets tickets;
    private final Actions actions;
    private final ProblemStore problems;
    private final NamedPartners partners;
    private final MajorIncidentRights rights;
    private final Clock clock;

    public MajorIncidentViews(
            MajorIncidentList list,
            Timeline timeline,
            LinkedTickets tickets,
            Actions actions,
            ProblemStore problems,
            NamedPartners partners,
            MajorIncidentRights rights,
            Clock clock) {
        this.list = list;
        this.timeline = timeline;
        this.tickets = tickets;
        this.actions = actions;
        this.problems = problems;
        this.partners = partners;
        this.rights = rights;
        this.clock = clock;
    }

    /** As it stands in a list. */
    MajorIncidentView brief(MajorIncident incident) {
        return MajorIncidentView.of(
                incident,
                new Around(
                        partners.visible(incident.partners()), problem(incident), updates(incident), null, null, null));
    }

    MajorIncidentView whole(MajorIncident incident) {
        String reference = incident.reference();
        LocalDate today = today();
        List<Alike> related = Relation.of(incident, list.alike(incident)).stream()
                .map(relation -> new Alike(relation.reference(), relation.by()))
                .toList();
        Around around = new Around(
                partners.visible(incident.partners()),
                problem(incident),
                updates(incident),
                tickets.of(reference).stream().map(Ticket::of).toList(),
                related,
                actions.of(reference, rights.readsInternal()).stream()
                        .map(action -> ActionView.of(action, today))
                        .toList());
        return MajorIncidentView.of(incident, around);
    }

    Response answer(MajorIncident incident) {
        return Response.ok(whole(incident)).tag(Version.tag(incident.version())).build();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL);
    }

    private List<NextUpdate> updates(MajorIncident incident) {
        Instant now = clock.instant();
        boolean internal = rights.readsInternal();
        return incident.updatesDue(timeline.lastTold(incident.reference()), now).stream()
                .filter(due -> internal || due.audience().isForCouncils())
                .map(NextUpdate::of)
                .toList();
    }

    private String problem(MajorIncident incident) {
        return incident.problem() != null && problems.exists(incident.problem()) ? incident.problem() : null;
    }
}
