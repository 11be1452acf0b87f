package uk.jointdesk.incident.problem.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.jointdesk.incident.problem.domain.Problem;
import uk.jointdesk.incident.problem.domain.ProblemStatus;
import uk.jointdesk.incident.web.MergePatch;
import uk.jointdesk.kit.problem.Refusal;

/** A JSON merge patch over a problem. */
final class ProblemPatch {

    private static final Map<String, Integer> LONGEST = Map.of(
            "title", 500,
            "description", 20_000,
            "status", 20,
            "rootCause", 20_000,
            "workaround", 20_000,
            "knownError", 5,
            "knownErrorSince", 10,
            "affectedPartners", 16);

    private final MergePatch patch;

    ProblemPatch(JsonNode patch) {
        this.patch = new MergePatch(patch, LONGEST);
    }

    boolean namesPartners() {
        return patch.has("affectedPartners");
    }

    List<String> partners() {
        return patch.texts("affectedPartners", List.of());
    }

    /** @param partners the partners named, checked; or those there are when none are named */
    Problem apply(Problem now, List<String> partners, LocalDate today) {
        boolean known = patch.flag("knownError", now.knownError());
        if (!known && patch.has("knownErrorSince")) {
            throw MergePatch.refused("known-error-required", "knownErrorSince", "goes with knownError");
        }
        return new Problem(
                now.reference(),
                patch.required("title", now.title()),
                patch.text("description", now.description()),
                status(now.status()),
                patch.text("rootCause", now.rootCause()),
                patch.text("workaround", now.workaround()),
                known,
                known ? since(now, today) : null,
                partners,
                now.recordedFrom(),
                now.openedAt(),
                now.openedBy(),
                now.version());
    }

    private LocalDate since(Problem now, LocalDate today) {
        return patch.date("knownErrorSince", now.knownError() ? now.knownErrorSince() : today);
    }

    private ProblemStatus status(ProblemStatus from) {
        ProblemStatus to = patch.word("status", ProblemStatus.class, from);
        if (to == null) {
            throw MergePatch.refused("field-invalid", "status", "is required");
        }
        if (to != from && !from.next().contains(to)) {
            throw Refusal.conflict(
                    "transition-not-allowed", "A problem that is " + from + " cannot become " + to + ".");
        }
        return to;
    }
}
