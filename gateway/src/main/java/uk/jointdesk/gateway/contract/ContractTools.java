package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseHeader;
import uk.jointdesk.gateway.contract.change.Change;
import uk.jointdesk.gateway.contract.client.Calls;
import uk.jointdesk.gateway.contract.client.CurlExample;
import uk.jointdesk.gateway.contract.client.JavaClient;
import uk.jointdesk.gateway.contract.client.PostmanCollection;
import uk.jointdesk.gateway.identity.Door;
import uk.jointdesk.gateway.page.Shell;

/** What a developer gets with a contract: a client, calls to try, and what changed since the last version. */
@Path("/contracts")
@Authenticated
public class ContractTools {

    private final Contracts contracts;
    private final ContractHistory history;
    private final Shell shell;

    public ContractTools(Contracts contracts, ContractHistory history, Shell shell) {
        this.contracts = contracts;
        this.history = history;
        this.shell = shell;
    }

    @GET
    @Path("/{partner}/JointdeskClient.java")
    @Produces("text/x-java-source")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"JointdeskClient.java\"")
    public Uni<String> javaClient(
            @PathParam("partner") String partner, @QueryParam("role") String role, RoutingContext request) {
        return uni(contract(partner, role, request).map(contract -> JavaClient.of(Calls.of(contract))));
    }

    @GET
    @Path("/{partner}/examples.sh")
    @Produces("text/x-shellscript")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"examples.sh\"")
    public Uni<String> curl(
            @PathParam("partner") String partner, @QueryParam("role") String role, RoutingContext request) {
        return uni(contract(partner, role, request)
                .map(contract -> CurlExample.script(server(contract), Calls.of(contract))));
    }

    @GET
    @Path("/{partner}/postman.json")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"jointdesk.postman_collection.json\"")
    public Uni<ObjectNode> postman(
            @PathParam("partner") String partner, @QueryParam("role") String role, RoutingContext request) {
        return uni(contract(partner, role, request)
                .map(contract -> PostmanCollection.of(
                        contract.path("info").path("title").asText(), server(contract), Calls.of(contract))));
    }

    @GET
    @Path("/{partner}/changes")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Changes> changes(
            @PathParam("partner") String partner, @QueryParam("role") String role, RoutingContext request) {
        return uni(steps(partner, role, request)
                .map(steps -> new Changes(steps.stream().map(Version::of).toList(), null)));
    }

    @GET
    @Path("/{partner}/changes")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> changesPage(
            @PathParam("partner") String partner, @QueryParam("role") String role, RoutingContext request) {
        return uni(contracts.termsFor(Door.callerOf(request), partner, role).compose(terms -> history.of(terms)
                .map(steps -> new ChangesPage(
                        shell.of(Door.callerOf(request)),
                        terms,
                        terms.rolesInWords(),
                        role == null ? "" : "?role=" + role,
                        steps))));
    }

    private Future<List<ContractHistory.Step>> steps(String partner, String role, RoutingContext request) {
        return contracts.termsFor(Door.callerOf(request), partner, role).compose(history::of);
    }

    private Future<ObjectNode> contract(String partner, String role, RoutingContext request) {
        return contracts
                .termsFor(Door.callerOf(request), partner, role)
                .compose(terms -> contracts.assemble(terms, request.request()));
    }

    private static String server(ObjectNode contract) {
        return contract.path("servers").path(0).path("url").asText();
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future.toCompletionStage());
    }

    /** The versions, the latest first, in the shape of every list of the suite. */
    public record Changes(List<Version> items, String next) {}

    /**
     * @param date when it was released; null for what is served and not released yet
     * @param since the version before
     */
    public record Version(String version, LocalDate date, String since, List<Change> changes) {

        static Version of(ContractHistory.Step step) {
            return new Version(step.version(), step.date(), step.since(), step.changes());
        }
    }
}
