package uk.jointdesk.kpi.p1.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.answer.web.Days;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.PerformanceParams;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.answer.web.Ratio;
import uk.jointdesk.kpi.p1.domain.SeriousTicket;
import uk.jointdesk.kpi.p1.store.SeriousTicketStore;
import uk.jointdesk.kpi.p1.store.SeriousTicketStore.Place;
import uk.jointdesk.kpi.period.domain.Range;

@Path("/api/v1/performance/p1-durations")
@Blocking
public class P1Resource {

    public static final Explanation.Definition DEFINITION = new Explanation.Definition(
            "p1-durations",
            1,
            "Every ticket whose priority was last P1 and that was resolved in the period, by its last resolution, with"
                    + " the minutes it took. None is left out, whatever caused it.");

    private final Questions questions;
    private final SeriousTicketStore tickets;

    public P1Resource(Questions questions, SeriousTicketStore tickets) {
        this.questions = questions;
        this.tickets = tickets;
    }

    /** The tickets of this page and the sum of every page. */
    public record P1Answer(
            List<P1Item> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next,
            long tickets,
            Ratio inTarget,
            Explanation.Definition definition,
            String scope,
            String zone,
            Instant asAt,
            Explanation.Span period) {}

    @GET
    @Operation(
            operationId = "p1Durations",
            summary = "Each P1 resolved in a period and how long it took",
            description = "By the time of their resolution.")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public P1Answer p1(@BeanParam PerformanceParams params) {
        Range range = Days.range(params.from, params.to);
        Filter filter = questions.filter(params);
        int limit = Limit.of(Asked.limit(params.limit));
        var found = tickets.list(range, filter, questions.rows(filter, false), place(params.cursor), limit + 1);
        var tally = found.figures().tally();
        Page<SeriousTicket> page = Page.of(found.figures().tickets(), limit, P1Resource::cursor);
        return new P1Answer(
                page.items().stream().map(P1Item::of).toList(),
                page.next(),
                tally.tickets(),
                Ratio.of(tally.met(), tally.measured()),
                DEFINITION,
                Explanation.scope(filter),
                Explanation.ZONE,
                found.instant(),
                new Explanation.Span(range.from(), range.to()));
    }

    private static Place place(String cursor) {
        if (cursor == null) {
            return Place.START;
        }
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new Place(Cursor.instant(keys.get(0)), Asked.text("cursor", keys.get(1)));
        } catch (DateTimeException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static String cursor(SeriousTicket last) {
        return Cursor.encode(last.resolvedAt().toString(), last.reference());
    }
}
