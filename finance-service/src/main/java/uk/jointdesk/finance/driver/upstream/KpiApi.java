package uk.jointdesk.finance.driver.upstream;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What this service reads of kpi-service, as itself. */
@RegisterRestClient(configKey = "kpi")
@OidcClientFilter
@Path("/api/v1")
public interface KpiApi {

    /** By partner and month. As text, because the answer is kept as evidence to the byte. */
    @GET
    @Path("/performance/volumes")
    @Produces(MediaType.APPLICATION_JSON)
    String volumes(@QueryParam("from") String from, @QueryParam("to") String to);
}
