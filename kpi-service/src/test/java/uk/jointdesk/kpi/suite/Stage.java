package uk.jointdesk.kpi.suite;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.kpi.feed.Puller;
import uk.jointdesk.kpi.feed.SurveyPuller;
import uk.jointdesk.kpi.majorincident.MajorIncidentPuller;

/** Puts events before the service: into the feed of {@link FakeIncident}, and from there, by its own puller, in. */
@ApplicationScoped
public class Stage {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Puller puller;
    private final SurveyPuller surveys;
    private final MajorIncidentPuller majorIncidents;
    private final String incident;

    public Stage(
            Puller puller,
            SurveyPuller surveys,
            MajorIncidentPuller majorIncidents,
            @ConfigProperty(name = "fake.incident.url") String incident) {
        this.puller = puller;
        this.surveys = surveys;
        this.majorIncidents = majorIncidents;
        this.incident = incident;
    }

    /** Appends events to the feed and lets the service read it to its end. */
    public void play(List<String> events) {
        send("/stage/events", String.join("\n", events));
        puller.pull();
    }

    /** Puts other calendars in force; the service hears of them with the next event. */
    public void calendars(String body) {
        send("/stage/calendars", body);
    }

    /** The same for agreements. */
    public void agreements(String body) {
        send("/stage/agreements", body);
    }

    /** Appends what became of surveys, one JSON object a line, and lets the service read it. */
    public void surveys(List<String> facts) {
        send("/stage/surveys", String.join("\n", facts));
        surveys.pull();
    }

    /** Appends major incidents to the register and lets the service read it. */
    public void majorIncidents(List<String> incidents) {
        send("/stage/major-incidents", String.join("\n", incidents));
        majorIncidents.pull();
    }

    public void imports(String body) {
        send("/stage/imports", body);
        puller.pull();
    }

    private void send(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(incident + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
