package uk.jointdesk.incident.majorincident.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import uk.jointdesk.incident.majorincident.domain.Cause;
import uk.jointdesk.incident.majorincident.domain.CauseClass;
import uk.jointdesk.incident.majorincident.domain.Crew;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.web.MergePatch;

/** A JSON merge patch over a major incident; its status moves by transitions, its tickets are linked. */
final class MajorIncidentPatch {

    private static final Map<String, Integer> LONGEST = Map.of(
            "title", 500,
            "description", 20_000,
            "causeClass", 20,
            "cause", 2_000,
            "affectedPartners", 16,
            "affectedServices", 200,
            "incidentManager", 100,
            "communicationsLead", 100,
            "technicalLead", 100,
            "problem", 40);

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
                now.promises(),
                now.declaredAt(),
                now.declaredBy(),
                now.resolvedAt(),
                now.review(),
                now.recordedFrom(),
                now.version());
    }

    private Crew crew(Crew now) {
        return new Crew(
                patch.text("incidentManager", now.incidentManager()),
                patch.text("communicationsLead", now.communicationsLead()),
                patch.text("technicalLead", now.technicalLead()));
    }
}
