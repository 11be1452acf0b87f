package uk.jointdesk.incident.feed.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.feed.FeedItem;
import uk.jointdesk.incident.feed.store.FeedStore;
import uk.jointdesk.kit.feed.FeedPosition;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** The change feed, from which services downstream keep their own facts. */
@Path("/api/v1/ticket-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change feed", description = "Every ticket event once, in the order it was committed")
public class FeedResource {

    private static final int MOST = 5_000;
    private static final int LONGEST_WAIT = 30;
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final FeedStore feed;
    private final Caller caller;
    private final Clock clock;

    public FeedResource(FeedStore feed, Caller caller, Clock clock) {
        this.feed = feed;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.SUITE_SERVICE, Roles.AUDITOR})
    @Operation(
            summary = "Read the change feed",
            description = "Events after a position. A reader that goes on from `next` misses none and sees none twice,"
                    + " however late a writer commits.")
    public FeedPage after(
            @Parameter(description = "Where to go on: `next` of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 5000, normally 500") @QueryParam("limit") Integer limit,
            @Parameter(description = "Seconds to wait for events when there are none, at most 30") @QueryParam("wait")
                    Integer wait) {
        if (!caller.scope().all()) {
            // A position counts the transactions of all councils.
            throw Refusal.forbidden("feed-not-yours", "The feed is read by who sees everybody's tickets.");
        }
        FeedPosition position = FeedPosition.parse(after);
        int most = Limit.of(limit, Limit.MOST, MOST);
        Instant until = clock.instant().plusSeconds(seconds(wait));
        List<FeedItem> items = feed.after(position, most);
        while (items.isEmpty() && clock.instant().isBefore(until) && pause()) {
            items = feed.after(position, most);
        }
        String next = items.isEmpty() ? after : items.get(items.size() - 1).position();
        return new FeedPage(items, next == null ? FeedPosition.START.text() : next);
    }

    private static int seconds(Integer wait) {
        if (wait == null) {
            return 0;
        }
        if (wait < 0 || wait > LONGEST_WAIT) {
            throw Refusal.malformed(
                    "wait-out-of-range",
                    "The wait is a number of seconds from 0 to 30.",
                    FieldError.query("wait", "0 to 30"));
        }
        return wait;
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
