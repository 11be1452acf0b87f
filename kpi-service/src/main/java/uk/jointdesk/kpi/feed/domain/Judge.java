package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.agreement.Terms;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.clock.SlaClock;
import uk.jointdesk.servicelevel.clock.SlaState;
import uk.jointdesk.servicelevel.event.Attributes;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.life.FirstResponse;
import uk.jointdesk.servicelevel.life.TicketLife;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** Folds the events of a ticket and judges what became of it, by the rules in force when it was logged. */
public final class Judge {

    private static final Set<EventKind> TRIAGING = Set.of(
            EventKind.ASSIGNED,
            EventKind.STARTED,
            EventKind.ON_HOLD,
            EventKind.RESUMED,
            EventKind.RESOLVED,
            EventKind.REOPENED,
            EventKind.CLOSED,
            EventKind.CANCELLED,
            EventKind.MERGED);

    private final ServiceLevelRules rules;

    public Judge(ServiceLevelRules rules) {
        this.rules = rules;
    }

    /** The record of a ticket; empty while it is provisional and belongs in no figure. */
    public Optional<TicketRecord> judge(String ticket, Collection<FeedEvent> events) {
        TicketLife life = TicketLife.of(Corrections.resolved(events));
        return life.loggedAt().map(loggedAt -> record(ticket, events, life, loggedAt));
    }

    private TicketRecord record(String ticket, Collection<FeedEvent> events, TicketLife life, Instant loggedAt) {
        Attributes judged = life.attributesWhenJudged();
        Attributes known = life.attributes();
        FeedEvent origin = origin(events);
        Tellings told = new Tellings(life, events);
        return new TicketRecord(
                ticket,
                origin.source(),
                origin.sourceReference(),
                life.status().name(),
                new Attributes(
                        known.type(),
                        known.priority(),
                        judged.partner(),
                        known.queue(),
                        known.category(),
                        known.catalogueItem()),
                told.organisation(),
                loggedAt,
                triagedAt(life, loggedAt),
                life.closedAt().orElse(null),
                life.reopenCount(),
                judgement(life),
                response(life, told),
                told.ratings(),
                OpenSpells.of(life),
                Interruptions.of(life),
                told.bulkClosure());
    }

    private static FeedEvent origin(Collection<FeedEvent> events) {
        return events.stream()
                .filter(event -> event.source() != null)
                .findFirst()
                .orElseGet(() -> events.iterator().next());
    }

    private static Instant triagedAt(TicketLife life, Instant loggedAt) {
        return life.events().stream()
                .filter(event -> TRIAGING.contains(event.kind()))
                .map(TicketEvent::at)
                .findFirst()
                .map(at -> at.isBefore(loggedAt) ? loggedAt : at)
                .orElse(null);
    }

    private Judgement judgement(TicketLife life) {
        TicketStatus status = life.status();
        if (!status.isOver()) {
            return Judgement.without(Outcome.OPEN, null);
        }
        Instant overAt = life.overSince().orElseThrow();
        return status.isWithdrawn()
                ? withdrawn(status, overAt)
                : clocked(Metric.RESOLUTION, life, life.attributesWhenJudged(), overAt);
    }

    /** Of a ticket that was withdrawn there is nothing left to judge, whether it had been answered or not. */
    private Optional<Response> response(TicketLife life, Tellings told) {
        if (life.status().isWithdrawn()) {
            Instant overAt = life.overSince().orElseThrow();
            return Optional.of(new Response(life.attributes(), told.organisation(), withdrawn(life.status(), overAt)));
        }
        return life.firstResponse()
                .map(first -> new Response(first.attributes(), told.organisationAt(first.at()), answered(life, first)));
    }

    /** Most agreements promise no response: then there is no clock to read. */
    private Judgement answered(TicketLife life, FirstResponse first) {
        boolean promised = agreement(life, first.attributes())
                .flatMap(version -> version.targetFor(Metric.RESPONSE, terms(first.attributes())))
                .isPresent();
        return promised
                ? clocked(Metric.RESPONSE, life, first.attributes(), first.at())
                : Judgement.without(Outcome.NO_TARGET, first.at());
    }

    private static Judgement withdrawn(TicketStatus status, Instant overAt) {
        return Judgement.without(status == TicketStatus.MERGED ? Outcome.MERGED : Outcome.CANCELLED, overAt);
    }

    private Judgement clocked(Metric metric, TicketLife life, Attributes judged, Instant overAt) {
        var clock = SlaClock.outcome(metric, life, rules, lastInstant(life));
        if (clock.state() == SlaState.NO_TARGET || clock.target().isEmpty()) {
            return Judgement.without(Outcome.NO_TARGET, overAt);
        }
        Optional<AgreementVersion> agreement = agreement(life, judged);
        WorkingCalendar calendar = rules.calendarOf(judged.partner());
        return new Judgement(
                clock.state() == SlaState.MET ? Outcome.MET : Outcome.BREACHED,
                overAt,
                clock.target().orElseThrow().toMinutes(),
                clock.consumed().toMillis(),
                agreement.map(AgreementVersion::agreement).orElse(null),
                agreement.map(AgreementVersion::version).orElse(null),
                calendar.code(),
                calendar.versionOn(overAt.atZone(calendar.zone()).toLocalDate()));
    }

    private Optional<AgreementVersion> agreement(TicketLife life, Attributes judged) {
        return rules.covering(terms(judged), life.loggedAt().orElseThrow());
    }

    private static Terms terms(Attributes judged) {
        return new Terms(judged.partner(), judged.type(), judged.priority(), judged.queue(), judged.catalogueItem());
    }

    private static Instant lastInstant(TicketLife life) {
        List<TicketEvent> events = life.events();
        return Objects.requireNonNull(events.get(events.size() - 1).at());
    }
}
