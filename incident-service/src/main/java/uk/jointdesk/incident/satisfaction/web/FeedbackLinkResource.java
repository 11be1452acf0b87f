package uk.jointdesk.incident.satisfaction.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.jointdesk.incident.satisfaction.SurveyToken;
import uk.jointdesk.incident.satisfaction.store.SurveyKey;
import uk.jointdesk.incident.satisfaction.store.Surveys;
import uk.jointdesk.incident.web.Body;
import uk.jointdesk.kit.problem.Refusal;

/**
 * The survey behind a signed link, for somebody without a login: the only resource here that asks for none. It shows
 * which ticket is meant and nothing else of it.
 */
@Path("/api/v1/feedback/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Satisfaction")
public class FeedbackLinkResource {

    /** A link is a key: it must lie in no cache. */
    private static final String NOT_KEPT = "no-store";

    private final Surveys surveys;
    private final SurveyKey key;
    private final Body bodies;

    public FeedbackLinkResource(Surveys surveys, SurveyKey key, Body bodies) {
        this.surveys = surveys;
        this.key = key;
        this.bodies = bodies;
    }

    /** Which ticket is asked about. */
    public record Question(String reference, String title, Instant expiresAt) {}

    @GET
    @PermitAll
    @SecurityRequirementsSet
    @Operation(summary = "Read what a survey asks about", description = "The link is the key; no login is needed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Question.class)))
    @APIResponse(responseCode = "404", description = "Not a link of ours")
    @APIResponse(responseCode = "409", description = "Answered, expired, or the ticket was reopened")
    public Response ask(@PathParam("token") String token) {
        Surveys.Open open = surveys.ofLink(survey(token));
        return Response.ok(new Question(
                        open.reference(), open.title(), open.survey().expiresAt()))
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .build();
    }

    @POST
    @PermitAll
    @SecurityRequirementsSet
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Answer a survey", description = "Once; the link is the key, no login is needed.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "204", description = "It is taken")
    @APIResponse(responseCode = "404", description = "Not a link of ours")
    @APIResponse(responseCode = "409", description = "Answered, expired, or the ticket was reopened")
    @APIResponse(responseCode = "422", description = "A field breaks a rule")
    public Response answer(@PathParam("token") String token, InputStream body) {
        UUID survey = survey(token);
        surveys.answerByLink(survey, bodies.read(body, Answer.class).toDomain());
        return Response.noContent().header(HttpHeaders.CACHE_CONTROL, NOT_KEPT).build();
    }

    private UUID survey(String token) {
        return SurveyToken.survey(token, key.bytes()).orElseThrow(Refusal::notFound);
    }
}
