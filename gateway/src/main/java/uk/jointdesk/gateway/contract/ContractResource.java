package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import uk.jointdesk.gateway.identity.Door;
import uk.jointdesk.gateway.page.Shell;

/** Which operations each partner may call: as OpenAPI 3.1 for machines, as a page for people. */
@Path("/contracts")
@Authenticated
public class ContractResource {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private final Contracts contracts;
    private final ObjectMapper json;
    private final Shell shell;

    public ContractResource(Contracts contracts, ObjectMapper json, Shell shell) {
        this.contracts = contracts;
        this.json = json;
        this.shell = shell;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ListedContracts> list(RoutingContext request) {
        return uni(listed(request).map(ListedContracts::new));
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> listPage(RoutingContext request) {
        return uni(listed(request).map(items -> new ContractsPage(shell.of(Door.callerOf(request)), items)));
    }

    private Future<List<Listed>> listed(RoutingContext request) {
        return contracts.partnersOf(Door.callerOf(request)).map(partners -> partners.stream()
                .map(partner -> Listed.of(partner.code(), partner.name()))
                .toList());
    }

    @GET
    @Path("/{partner}/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<byte[]> openapiJson(
            @PathParam("partner") String partner, @QueryParam("role") String role, RoutingContext request) {
        return uni(contract(partner, role, request).map(contract -> write(json, contract)));
    }

    @GET
    @Path("/{partner}/openapi.yaml")
    @Produces("application/yaml")
    public Uni<byte[]> openapiYaml(
            @PathParam("partner") String partner, @QueryParam("role") String role, RoutingContext request) {
        return uni(contract(partner, role, request).map(contract -> write(YAML, contract)));
    }

    @GET
    @Path("/{partner}")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> page(
            @PathParam("partner") String partner, @QueryParam("role") String role, RoutingContext request) {
        return uni(contracts.termsFor(Door.callerOf(request), partner, role).compose(terms -> contracts
                .assemble(terms, request.request())
                .map(contract -> ContractPage.of(
                        shell.of(Door.callerOf(request)),
                        terms,
                        role == null ? "" : "?role=" + role,
                        new ContractView(contract)))));
    }

    private Future<ObjectNode> contract(String partner, String role, RoutingContext request) {
        return contracts
                .termsFor(Door.callerOf(request), partner, role)
                .compose(terms -> contracts.assemble(terms, request.request()));
    }

    private static byte[] write(ObjectMapper mapper, ObjectNode contract) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(contract);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future.toCompletionStage());
    }

    /** The list, in the shape of every list of the suite. */
    public record ListedContracts(List<Listed> items, String next) {

        ListedContracts(List<Listed> items) {
            this(items, null);
        }
    }

    /** Where one partner's contract is. */
    public record Listed(String partner, String name, String page, String json, String yaml) {

        static Listed of(String code, String name) {
            String root = "/contracts/" + code;
            return new Listed(code, name, root, root + "/openapi.json", root + "/openapi.yaml");
        }
    }
}
