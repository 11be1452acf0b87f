package uk.jointdesk.incident.catalogue.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.catalogue.FormSchema;
import uk.jointdesk.incident.catalogue.domain.Item;
import uk.jointdesk.incident.catalogue.store.Catalogue;
import uk.jointdesk.incident.catalogue.store.Requests;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.web.TicketRights;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.idempotency.Idempotency;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/** Asking for something out of the catalogue. */
@Path("/api/v1/catalogue/{code}/requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class RequestResource {

    private final Catalogue catalogue;
    private final Requests requests;
    private final RequestViews views;
    private final TicketRights rights;
    private final Idempotency idempotency;
    private final Body bodies;

    public RequestResource(
            Catalogue catalogue,
            Requests requests,
            RequestViews views,
            TicketRights rights,
            Idempotency idempotency,
            Body bodies) {
        this.catalogue = catalogue;
        this.requests = requests;
        this.views = views;
        this.rights = rights;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Ask for an item",
            description =
                    "Opens a P4 service request. Its tasks go to their queues at once, in parallel where they do not wait for"
                            + " each other; where an approval is needed the ticket is ON_HOLD for OTHER until it is given, and"
                            + " its clock runs.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewRequest.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RequestView.class)))
    @APIResponse(responseCode = "403", description = "The partner is not the caller's")
    @APIResponse(responseCode = "404", description = "No such item, or not offered to the caller's partners")
    @APIResponse(responseCode = "422", description = "Not offered to this partner today, or the form breaks a rule")
    public Response ask(@PathParam("code") String code, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        Item item = catalogue.read(code).item();
        NewRequest wanted = bodies.read(body, NewRequest.class);
        rights.checkPartner(wanted.partner());
        if (!item.offeredTo(wanted.partner(), catalogue.today())) {
            throw Refusal.refused(
                    "not-offered",
                    "The item is not offered to this partner today.",
                    new FieldError("/partner", "is not one it is offered to"));
        }
        JsonNode form = wanted.form() == null ? JsonNodeFactory.instance.objectNode() : wanted.form();
        checkForm(item, form);
        Map<String, Object> request = Map.of("path", "catalogue/" + code + "/requests", "body", wanted);
        return idempotency.once(key, request, () -> asked(item, wanted, form));
    }

    private void checkForm(Item item, JsonNode form) {
        List<FieldError> errors = FormSchema.of(views.node(item.form())).errors(form, "/form");
        if (!errors.isEmpty()) {
            throw Refusal.refused(
                    "form-refused", "The form is not filled in as it should be.", errors.toArray(FieldError[]::new));
        }
    }

    private Response asked(Item item, NewRequest wanted, JsonNode form) {
        Ticket ticket = requests.ask(item, wanted.partner(), wanted.requester(), form.toString());
        String reference = ticket.identity().reference();
        return Response.created(URI.create("/api/v1/tickets/" + reference))
                .tag(Version.tag(ticket.version()))
                .entity(views.of(requests.read(reference)))
                .build();
    }
}
