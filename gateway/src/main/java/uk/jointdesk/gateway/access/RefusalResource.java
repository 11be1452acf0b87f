package uk.jointdesk.gateway.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import uk.jointdesk.gateway.access.store.RefusalTable;
import uk.jointdesk.gateway.database.GatewayDatabase;
import uk.jointdesk.gateway.identity.Door;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Refusal;

/** What the gateway refused, and whom: for the auditor. What a service refuses stands in that service's own trail. */
@Path(RefusalResource.PATH)
@RolesAllowed("auditor")
public class RefusalResource {

    public static final String PATH = "/api/v1/access-refusals";

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final GatewayDatabase database;
    private final RefusalTable table;

    public RefusalResource(GatewayDatabase database, RefusalTable table) {
        this.database = database;
        this.table = table;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ListedRefusals> list(
            @QueryParam("client") String client,
            @QueryParam("code") String code,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            RoutingContext request) {
        String scope = Door.callerOf(request).scope().text();
        int most = limit(limit);
        long before = RefusalCursor.read(cursor);
        noNul(client);
        noNul(code);
        return Uni.createFrom()
                .completionStage(() -> database.run(() -> table.list(scope, before, client, code, most + 1))
                        .map(rows -> ListedRefusals.of(rows, most))
                        .toCompletionStage());
    }

    private static int limit(String asked) {
        if (asked == null) {
            return USUAL;
        }
        if (!asked.matches("[1-9][0-9]{0,2}") || Integer.parseInt(asked) > MOST) {
            throw new Refusal(new Problem(400, "limit-out-of-range", "The limit is a number from 1 to " + MOST + "."));
        }
        return Integer.parseInt(asked);
    }

    private static void noNul(String filter) {
        if (filter != null && filter.indexOf('\0') >= 0) {
            throw new Refusal(new Problem(400, "request-malformed", "A filter holds no NUL character."));
        }
    }
}
