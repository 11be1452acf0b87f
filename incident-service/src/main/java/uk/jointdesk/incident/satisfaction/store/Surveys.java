package uk.jointdesk.incident.satisfaction.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.satisfaction.domain.Feedback;
import uk.jointdesk.incident.satisfaction.domain.Survey;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.life.TicketStatus;

/**
 * Answers to surveys. An answer is written once, and in the same transaction told to the ticket as a RATED fact, so that
 * it reaches the figures as a desk's rating does.
 */
@ApplicationScoped
public class Surveys {

    private static final String LINK = "LINK";
    private static final String CLIENT = "CLIENT";
    /** Who holds a link has no token; the fact says how it came. */
    private static final String LINK_HOLDER = "survey-link";

    private final ScopedDb db;
    private final Tickets tickets;
    private final SurveyInvitations invitations;
    private final Caller caller;
    private final Clock clock;

    public Surveys(ScopedDb db, Tickets tickets, SurveyInvitations invitations, Caller caller, Clock clock) {
        this.db = db;
        this.tickets = tickets;
        this.invitations = invitations;
        this.caller = caller;
        this.clock = clock;
    }

    /** A survey that may be answered now, and the ticket it asks about. */
    public record Open(Survey survey, String reference, String title) {}

    /** What the holder of a link is asked. The link's signature has been checked. */
    public Open ofLink(UUID id) {
        return db.as(PartnerScope.ALL).read(handle -> {
            Survey survey = SurveyRows.find(handle, id).orElseThrow(Refusal::notFound);
            Ticket ticket = tickets.seeAs(PartnerScope.ALL, survey.ticket()).ticket();
            checkOpen(handle, survey, ticket);
            return new Open(survey, survey.ticket(), ticket.detail().title());
        });
    }

    /** Takes the answer of who holds a link. */
    public void answerByLink(UUID id, Feedback feedback) {
        db.as(PartnerScope.ALL).run(handle -> {
            Survey survey = SurveyRows.find(handle, id).orElseThrow(Refusal::notFound);
            tickets.changeAs(PartnerScope.ALL, LINK_HOLDER, survey.ticket(), seen -> {
                checkOpen(handle, survey, seen.ticket());
                return Optional.of(answered(handle, survey, seen, feedback, LINK));
            });
        });
    }

    /** Takes the answer of a council's client about its own ticket, asked or not. */
    public void answerByClient(String reference, Feedback feedback) {
        db.run(handle -> tickets.changeAs(caller.scope(), caller.client(), reference, seen -> {
            Survey survey = surveyOf(handle, seen.ticket());
            checkOpen(handle, survey, seen.ticket());
            return Optional.of(answered(handle, survey, seen, feedback, CLIENT));
        }));
    }

    private Survey surveyOf(Handle handle, Ticket ticket) {
        if (!isResolved(ticket)) {
            throw Refusal.conflict("ticket-not-resolved", "The ticket is not resolved; there is nothing to rate yet.");
        }
        String reference = ticket.identity().reference();
        return SurveyRows.find(handle, reference, ticket.reopenCount()).orElseGet(() -> {
            Survey unasked = invitations.survey(ticket, false, clock.instant());
            if (!SurveyRows.insert(handle, unasked)) {
                throw Refusal.conflict("survey-overtaken", "The ticket was resolved for another partner.");
            }
            return unasked;
        });
    }

    private void checkOpen(Handle handle, Survey survey, Ticket ticket) {
        boolean handedOn = !survey.partner().equals(ticket.partner());
        if (handedOn || !isResolved(ticket) || ticket.reopenCount() != survey.resolution()) {
            throw Refusal.conflict("survey-overtaken", "The ticket has been reopened or handed on since.");
        }
        if (SurveyRows.isAnswered(handle, survey.id())) {
            throw Refusal.conflict("survey-answered", "This has been answered.");
        }
        if (survey.isOver(clock.instant())) {
            throw Refusal.conflict("survey-expired", "The time for an answer is over.");
        }
    }

    private Fact answered(Handle handle, Survey survey, Seen seen, Feedback feedback, String channel) {
        Instant now = clock.instant();
        if (!SurveyRows.answer(handle, survey, feedback, now, channel)) {
            throw Refusal.conflict("survey-answered", "This has been answered.");
        }
        Instant end = seen.history().end();
        return Fact.here(
                seen.ticket().identity(),
                seen.history().nextSequence(),
                EventKind.RATED,
                end.isAfter(now) ? end : now,
                Said.NOTHING,
                new Detail(null, null, null, feedback.rating(), feedback.recommend()),
                null,
                null);
    }

    private static boolean isResolved(Ticket ticket) {
        return ticket.status() == TicketStatus.RESOLVED || ticket.status() == TicketStatus.CLOSED;
    }
}
