package uk.jointdesk.incident.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What subscribers are sent, topic by topic, in the contract: who subscribes learns there what there is and how it looks. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WebhooksInContract implements OASFilter {

    private static final List<String> MAJOR_INCIDENT =
            List.of("majorIncident", "title", "status", "priority", "services", "audience", "text", "at");

    private static final List<Topic> TOPICS = List.of(
            new Topic(
                    "escalation.reached",
                    "A ticket has used up a share of its target",
                    List.of(
                            "ticket",
                            "partner",
                            "priority",
                            "metric",
                            "threshold",
                            "thresholdPercent",
                            "reachedAt",
                            "announcedAt")),
            new Topic("major-incident.declared", "A major incident affects the partner", MAJOR_INCIDENT),
            new Topic(
                    "major-incident.updated",
                    "It has another status, or something was said to users or councils",
                    MAJOR_INCIDENT),
            new Topic("major-incident.resolved", "It is over", MAJOR_INCIDENT),
            new Topic(
                    "survey.invited",
                    "A ticket was resolved and its council is asked how it went",
                    List.of("reference", "title", "priority", "link", "expiresAt")));

    /**
     * Something that subscribers are told.
     *
     * @param data the members of {@code data}; what is not known is left out
     */
    private record Topic(String name, String summary, List<String> data) {}

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        TOPICS.forEach(topic -> contract.addWebhook(
                topic.name(),
                OASFactory.createPathItem().summary(topic.summary()).POST(sent(topic))));
    }

    private static Operation sent(Topic topic) {
        return OASFactory.createOperation()
                .operationId("webhook_" + topic.name())
                .summary(topic.summary())
                .description("Sent to each subscription that names the topic, signed as in the Standard Webhooks"
                        + " specification, at least once: the same webhook-id is the same announcement.")
                .addTag("Subscriptions")
                .addParameter(header("webhook-id", "Names the announcement for ever"))
                .addParameter(header("webhook-timestamp", "When this try was made, in seconds since 1970"))
                .addParameter(header("webhook-signature", "v1, and HMAC-SHA256 over id, timestamp and body, in base64"))
                .requestBody(body(topic))
                .responses(answers());
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(description)
                .schema(text());
    }

    private static RequestBody body(Topic topic) {
        Schema data = OASFactory.createSchema().addType(SchemaType.OBJECT);
        topic.data().forEach(member -> data.addProperty(member, member(member)));
        Schema message = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("type", text().addEnumeration(topic.name()))
                .addProperty("timestamp", text().format("date-time").description("When it happened"))
                .addProperty("partner", text().description("Whose it is"))
                .addProperty("data", data);
        return OASFactory.createRequestBody()
                .required(true)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json", OASFactory.createMediaType().schema(message)));
    }

    private static Schema member(String name) {
        return switch (name) {
            case "services" ->
                OASFactory.createSchema().addType(SchemaType.ARRAY).items(text());
            case "thresholdPercent" -> OASFactory.createSchema().addType(SchemaType.NUMBER);
            case "at", "reachedAt", "announcedAt", "expiresAt" -> text().format("date-time");
            default -> text();
        };
    }

    private static APIResponses answers() {
        return OASFactory.createAPIResponses()
                .addAPIResponse("2XX", OASFactory.createAPIResponse().description("It has been taken"))
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("It is tried again, later and later; Retry-After is heeded"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
