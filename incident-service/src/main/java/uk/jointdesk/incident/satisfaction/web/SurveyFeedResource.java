package uk.jointdesk.incident.satisfaction.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.satisfaction.SurveyFact;
import uk.jointdesk.incident.satisfaction.store.SurveyFeed;
import uk.jointdesk.kit.feed.FeedPosition;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;

/** What services downstream work out satisfaction and response rates from. */
@Path("/api/v1/feedback/surveys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Satisfaction")
public class SurveyFeedResource {

    private static final int MOST = 5_000;

    private final SurveyFeed feed;
    private final Caller caller;

    public SurveyFeedResource(SurveyFeed feed, Caller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    /** Facts in order, and where to go on. */
    public record SurveyPage(
            List<SurveyFact> items,

            @Schema(description = "The position after the last item; the one given when there is none")
            String next) {}

    @GET
    @RolesAllowed({Roles.SUITE_SERVICE, Roles.AUDITOR})
    @Operation(
            summary = "Read what became of surveys",
            description = "Sent and answered surveys after a position, without what was written. A reader that goes on"
                    + " from `next` misses none and sees none twice.")
    @APIResponse(responseCode = "200", description = "Facts in the order they were committed")
    @APIResponse(responseCode = "403", description = "The caller does not see everybody's")
    public SurveyPage after(
            @Parameter(description = "Where to go on: `next` of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 5000, normally 500") @QueryParam("limit") Integer limit) {
        if (!caller.scope().all()) {
            throw Refusal.forbidden("feed-not-yours", "The feed is read by who sees everybody's tickets.");
        }
        List<SurveyFact> items = feed.after(FeedPosition.parse(after), Limit.of(limit, Limit.MOST, MOST));
        String next = items.isEmpty() ? after : items.get(items.size() - 1).position();
        return new SurveyPage(items, next == null ? FeedPosition.START.text() : next);
    }
}
