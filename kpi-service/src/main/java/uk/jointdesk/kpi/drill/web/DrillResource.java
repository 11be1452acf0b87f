package uk.jointdesk.kpi.drill.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.drill.domain.Drill;
import uk.jointdesk.kpi.drill.domain.DrilledTicket;
import uk.jointdesk.kpi.drill.store.DrillStore;

@Path("/api/v1/performance/drill")
@Blocking
public class DrillResource {

    private final Questions questions;
    private final DrillStore tickets;

    public DrillResource(Questions questions, DrillStore tickets) {
        this.questions = questions;
        this.tickets = tickets;
    }

    /** Tickets by reference, and what they are the tickets of. */
    public record DrillAnswer(
            List<DrillItem> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next,
            String set,
            String zone,
            Instant asAt) {}

    /** A place in the list. */
    private record Place(String ticket, int number) {
        static Place of(String cursor) {
            if (cursor == null) {
                return new Place("", 0);
            }
            List<String> keys = Cursor.decode(cursor, 2);
            try {
                return new Place(Asked.text("cursor", keys.get(0)), Integer.parseInt(keys.get(1)));
            } catch (NumberFormatException notOurs) {
                throw Cursor.invalid();
            }
        }
    }

    @GET
    @Operation(operationId = "drill", summary = "The tickets behind a figure")
    @RolesAllowed({
        Roles.BOARD_MEMBER,
        Roles.PERFORMANCE_ANALYST,
        Roles.SERVICE_DESK,
        Roles.AUDITOR,
        Roles.SUITE_SERVICE,
        Roles.BOROUGH_CLIENT
    })
    public DrillAnswer drill(@BeanParam DrillParams params) {
        Drill drill = params.drill(questions.filter(params));
        int limit = Limit.of(Asked.limit(params.limit));
        Place after = Place.of(params.cursor);
        var found = tickets.tickets(
                drill, questions.rows(drill.filter(), false), after.ticket(), after.number(), limit + 1);
        Page<DrilledTicket> page = Page.of(found.figures(), limit, DrillResource::cursor);
        return new DrillAnswer(
                page.items().stream().map(DrillItem::of).toList(),
                page.next(),
                drill.set().toString(),
                Explanation.ZONE,
                found.instant());
    }

    private static String cursor(DrilledTicket last) {
        return Cursor.encode(last.reference(), Integer.toString(last.number()));
    }
}
