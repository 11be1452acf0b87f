package uk.jointdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import uk.jointdesk.local.CannotStart;
import uk.jointdesk.local.Progress;
import uk.jointdesk.local.http.Http;

/**
 * The demo data: imported at the first start, found imported at every other. Asking twice is harmless, because an
 * import of the same events changes nothing.
 */
public final class DemoData {

    /** The two histories: the quarter the councils published, and a real desk's audit trail. */
    private static final List<Dataset> DATASETS = List.of(Dataset.quarter(), Dataset.serviceNow());

    public static final List<String> SOURCES =
            DATASETS.stream().map(Dataset::source).toList();

    private static final Duration STEP = Duration.ofSeconds(1);

    private final Http http;
    private final String imports;
    private final UnaryOperator<String> tokens;
    private final Progress progress;

    public DemoData(Http http, String incidentUrl, UnaryOperator<String> tokens, Progress progress) {
        this.http = http;
        this.imports = incidentUrl + "/api/v1/imports";
        this.tokens = tokens;
        this.progress = progress;
    }

    /** Returns when both histories are imported; throws {@link CannotStart} when an import fails. */
    public void ensure() {
        List<Dataset> missing =
                DATASETS.stream().filter(dataset -> !knows(dataset)).toList();
        missing.forEach(this::upload);
        DATASETS.forEach(this::awaitCompleted);
    }

    /** An upload that was cut off counts for nothing; one that was taken in whole goes on by itself. */
    private boolean knows(Dataset dataset) {
        List<String> statuses = statuses(dataset);
        return statuses.contains("COMPLETED") || statuses.contains("RUNNING");
    }

    private List<String> statuses(Dataset dataset) {
        return list(dataset).findValuesAsText("status");
    }

    private JsonNode list(Dataset dataset) {
        return http.get(imports + "?source=" + dataset.source(), tokens.apply(dataset.client()))
                .path("items");
    }

    private void upload(Dataset dataset) {
        progress.say("Sending " + dataset.title());
        String url = imports + "?source=" + dataset.source() + "&format=" + dataset.format();
        http.post(
                url,
                tokens.apply(dataset.client()),
                dataset.mediaType(),
                "gzip",
                BodyPublishers.ofInputStream(dataset.body()));
    }

    private void awaitCompleted(Dataset dataset) {
        List<String> statuses = statuses(dataset);
        while (!statuses.contains("COMPLETED")) {
            if (!statuses.contains("RUNNING")) {
                throw new CannotStart("The import of " + dataset.title() + " failed: " + list(dataset));
            }
            pause();
            statuses = statuses(dataset);
        }
        progress.say("Imported " + dataset.title());
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while importing", e);
        }
    }
}
