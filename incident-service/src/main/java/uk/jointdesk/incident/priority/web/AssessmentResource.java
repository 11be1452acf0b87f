package uk.jointdesk.incident.priority.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.ticket.web.TicketRights;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.scope.Roles;

/** Which priority an incident would have. */
@Path("/api/v1/priority-assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Priorities", description = "The priority that follows from scope, criticality and effect")
public class AssessmentResource {

    private final Assessor assessor;
    private final TicketRights rights;
    private final Body bodies;

    public AssessmentResource(Assessor assessor, TicketRights rights, Body bodies) {
        this.assessor = assessor;
        this.rights = rights;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOROUGH_CLIENT, Roles.SERVICE_DESK, Roles.INCIDENT_MANAGER})
    @Operation(
            summary = "Assess a priority",
            description =
                    "By the severity definitions of the Inter Authority Agreement. Nothing is kept: the assessment"
                            + " becomes a fact when a ticket is opened or triaged with it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewAssessment.class)))
    @APIResponse(responseCode = "200", description = "The priority and the line of the matrix that decided")
    @APIResponse(responseCode = "403", description = "The partner is not the caller's")
    @APIResponse(responseCode = "422", description = "A field breaks a rule")
    public AssessmentView assess(InputStream body) {
        NewAssessment asked = bodies.read(body, NewAssessment.class);
        if (asked.partner() != null) {
            rights.checkPartner(asked.partner());
        }
        return AssessmentView.of(asked, assessor.situation(asked.said(), asked.subject(), ""));
    }
}
