package uk.jointdesk.incident.majorincident.web;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.incident.majorincident.domain.Audience;
import uk.jointdesk.incident.majorincident.domain.Cadence.Promise;
import uk.jointdesk.incident.majorincident.domain.Cause;
import uk.jointdesk.incident.majorincident.domain.CauseClass;
import uk.jointdesk.incident.majorincident.domain.Crew;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.web.MergePatch;

/** A JSON merge patch over a major incident; its status moves by transitions, its tickets are linked. */
final class MajorIncidentPatch {

    private static final int A_WEEK = 10_080;
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            entry("title", 500),
            entry("description", 20_000),
            entry("causeClass", 20),
            entry("cause", 2_000),
            entry("affectedPartners", 16),
            entry("affectedServices", 200),
            entry("incidentManager", 100),
            entry("communicationsLead", 100),
            entry("technicalLead", 100),
            entry("problem", 40),
            entry("updates", 0));

    private final MergePatch patch;

    MajorIncidentPatch(JsonNode patch) {
        this.patch = new MergePatch(patch, LONGEST);
    }

    boolean namesPartners() {
        return patch.has("affectedPartners");
    }

    List<String> partners() {
        return patch.texts("affectedPartners", List.of());
    }

    /** The problem it names, or null. */
    String problem() {
        return patch.text("problem", null);
    }

    /** @param partners the partners named, checked; or those there are when none are named */
    MajorIncident apply(MajorIncident now, List<String> partners) {
        return new MajorIncident(
                now.reference(),
                patch.required("title", now.title()),
                patch.text("description", now.description()),
                now.status(),
                now.priority(),
                now.criterion(),
                new Cause(
                        patch.word("causeClass", CauseClass.class, now.cause().kind()),
                        patch.text("cause", now.cause().text())),
                partners,
                patch.texts("affectedServices", now.services()),
                crew(now.crew()),
                patch.text("problem", now.problem()),
                promises(now.promises()),
                now.declaredAt(),
                now.declaredBy(),
                now.resolvedAt(),
                now.review(),
                now.recordedFrom(),
                now.version());
    }

    private List<Promise> promises(List<Promise> now) {
        if (!patch.has("updates")) {
            return now;
        }
        if (!patch.get("updates").isArray()) {
            throw MergePatch.refused("field-invalid", "updates", "is a list");
        }
        Map<Audience, Promise> promises = new EnumMap<>(Audience.class);
        patch.get("updates").forEach(wanted -> {
            Promise promise = promise(wanted);
            promises.put(promise.audience(), promise);
        });
        return List.copyOf(promises.values());
    }

    private static Promise promise(JsonNode wanted) {
        Audience audience = Arrays.stream(Audience.values())
                .filter(known -> known.name().equals(wanted.path("audience").textValue()))
                .findFirst()
                .orElseThrow(() -> MergePatch.refused("field-invalid", "updates", "names an audience"));
        JsonNode minutes = wanted.path("everyMinutes");
        if (!minutes.isInt() || minutes.intValue() < 1 || minutes.intValue() > A_WEEK) {
            throw MergePatch.refused("field-invalid", "updates", "says every how many minutes, 1 to " + A_WEEK);
        }
        return new Promise(audience, minutes.intValue());
    }

    private Crew crew(Crew now) {
        return new Crew(
                patch.text("incidentManager", now.incidentManager()),
                patch.text("communicationsLead", now.communicationsLead()),
                patch.text("technicalLead", now.technicalLead()));
    }
}
