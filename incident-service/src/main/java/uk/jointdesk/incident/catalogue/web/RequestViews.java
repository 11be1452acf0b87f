package uk.jointdesk.incident.catalogue.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.incident.catalogue.domain.Request;
import uk.jointdesk.incident.catalogue.store.Requests;

/** Requests as they are shown. */
@ApplicationScoped
public class RequestViews {

    private final Requests requests;
    private final ObjectMapper json;

    public RequestViews(Requests requests, ObjectMapper json) {
        this.requests = requests;
        this.json = json;
    }

    RequestView of(Request request) {
        return RequestView.of(request, node(request.form()), requests.tasks(request.ticket()));
    }

    JsonNode node(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored form cannot be read", e);
        }
    }
}
