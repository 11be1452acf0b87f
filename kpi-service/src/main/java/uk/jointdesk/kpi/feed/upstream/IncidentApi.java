package uk.jointdesk.kpi.feed.upstream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import uk.jointdesk.kit.rules.AgreementDocument;
import uk.jointdesk.kit.rules.CalendarDocument;

/** What this service reads of incident-service, as itself. */
@RegisterRestClient(configKey = "incident")
@OidcClientFilter
@Path("/api/v1")
public interface IncidentApi {

    /** Fields that incident-service comes to write later are none of this reader's business. */
    @ClientObjectMapper
    static ObjectMapper tolerant(ObjectMapper strict) {
        return strict.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    @GET
    @Path("/ticket-events")
    FeedPage events(@QueryParam("after") String after, @QueryParam("limit") int limit);

    @GET
    @Path("/feedback/surveys")
    SurveyPage surveys(@QueryParam("after") String after, @QueryParam("limit") int limit);

    @GET
    @Path("/major-incidents")
    Listing<MajorIncidentDocument> majorIncidents(@QueryParam("limit") int limit, @QueryParam("cursor") String cursor);

    @GET
    @Path("/partners")
    Listing<PartnerDocument> partners(@QueryParam("limit") int limit, @QueryParam("cursor") String cursor);

    @GET
    @Path("/calendars")
    Listing<CalendarDocument> calendars(@QueryParam("limit") int limit, @QueryParam("cursor") String cursor);

    @GET
    @Path("/agreements")
    Listing<AgreementDocument> agreements(@QueryParam("limit") int limit, @QueryParam("cursor") String cursor);

    @GET
    @Path("/imports")
    Listing<ImportDocument> imports(@QueryParam("source") String source, @QueryParam("limit") int limit);
}
