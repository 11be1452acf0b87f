package uk.jointdesk.finance.servicecredit.upstream;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What this service reads of kpi-service, as itself. The answer is kept word for word, so it is taken as text. */
@RegisterRestClient(configKey = "kpi")
@OidcClientFilter
@Path("/api/v1")
public interface KpiApi {

    @GET
    @Path("/service-points")
    @Produces(MediaType.APPLICATION_JSON)
    String servicePoints(
            @QueryParam("family") String family,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("monthlyCharge") String monthlyCharge);
}
