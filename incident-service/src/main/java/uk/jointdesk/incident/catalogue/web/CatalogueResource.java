package uk.jointdesk.incident.catalogue.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.catalogue.domain.Item;
import uk.jointdesk.incident.catalogue.store.Catalogue;
import uk.jointdesk.incident.catalogue.store.Catalogue.Listed;
import uk.jointdesk.incident.catalogue.store.CatalogueStore;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** What partners can ask for. */
@Path("/api/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue", description = "What each partner can ask for, what is promised for it and who does what")
public class CatalogueResource {

    private final Catalogue catalogue;
    private final CatalogueStore items;
    private final ItemPatch patches;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Body bodies;
    private final ObjectMapper json;

    public CatalogueResource(
            Catalogue catalogue,
            CatalogueStore items,
            ItemPatch patches,
            Caller caller,
            Idempotency idempotency,
            Body bodies,
            ObjectMapper json) {
        this.catalogue = catalogue;
        this.items = items;
        this.patches = patches;
        this.caller = caller;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.json = json;
    }

    @GET
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN
    })
    @Operation(summary = "List the catalogue", description = "A council sees what is, was or will be offered to it.")
    public Page<ItemView> list(
            @Parameter(description = "Only what is offered to this partner today") @QueryParam("partner")
                    String partner,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return items.page(partner, catalogue.today(), cursor, Limit.of(limit))
                .map(item -> view(catalogue.listed(item)));
    }

    @GET
    @Path("{code}")
    @RolesAllowed({
        Roles.BOROUGH_CLIENT,
        Roles.SERVICE_DESK,
        Roles.INCIDENT_MANAGER,
        Roles.PERFORMANCE_ANALYST,
        Roles.BOARD_MEMBER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN
    })
    @Operation(summary = "Read an item", description = "The ETag is the version to name when changing it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemView.class)))
    @APIResponse(responseCode = "404", description = "Unknown, or not offered to the caller's partners")
    public Response read(@PathParam("code") String code) {
        return answer(Response.ok(), catalogue.read(code));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(
            summary = "Add an item",
            description =
                    "A target goes through the agreements of the partners it is offered to: one that has a line for the item"
                            + " rules, one that has none gets a new version with that line, from now on.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewItem.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ItemView.class)))
    @APIResponse(responseCode = "409", description = "The code is taken")
    @APIResponse(responseCode = "422", description = "The item cannot be meant as written")
    public Response add(@HeaderParam("Idempotency-Key") String key, InputStream body) {
        checkWriter();
        NewItem wanted = bodies.read(body, NewItem.class);
        Item item = wanted.toItem(1);
        patches.checkPartners(item);
        var target = wanted.target() == null ? null : wanted.target().document();
        String percent = wanted.target() == null ? null : wanted.target().share();
        return idempotency.once(
                key,
                Map.of("path", "catalogue", "body", wanted),
                () -> answer(
                        Response.created(URI.create("/api/v1/catalogue/" + item.code())),
                        catalogue.add(item, target, percent)));
    }

    @PATCH
    @Path("{code}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(
            summary = "Change an item",
            description =
                    "JSON merge patch. What is promised is changed in the agreement; requests that are under way keep the"
                            + " tasks they have.")
    @RequestBody(
            content = @Content(mediaType = "application/merge-patch+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemView.class)))
    @APIResponse(responseCode = "404", description = "Unknown")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, InputStream body) {
        catalogue.read(code);
        checkWriter();
        long expected = Version.required(ifMatch);
        ObjectNode patch = bodies.read(body, ObjectNode.class);
        return answer(Response.ok(), catalogue.change(code, expected, now -> patches.apply(now, patch)));
    }

    /** An item is everybody's it is offered to: only who speaks for all may write it. */
    private void checkWriter() {
        if (!caller.scope().all()) {
            throw Refusal.forbidden("catalogue-not-yours", "The catalogue is written for all partners together.");
        }
    }

    private Response answer(Response.ResponseBuilder answer, Listed listed) {
        return answer.tag(Version.tag(listed.item().version()))
                .entity(view(listed))
                .build();
    }

    private ItemView view(Listed listed) {
        try {
            JsonNode form = json.readTree(listed.item().form());
            return ItemView.of(listed.item(), form, listed.promises());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored form cannot be read", e);
        }
    }
}
