package uk.jointdesk.incident.rules.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.rules.AgreementDocument;
import uk.jointdesk.kit.rules.AgreementVersionDocument;

/**
 * How an agreement gets another dated version without a stored one being edited. A version without an end holds until
 * the next one begins, which must then lie ahead: tickets already logged keep the version they were logged under.
 */
final class AgreementGrowth {

    private AgreementGrowth() {}

    /** The agreement with the version, or why it cannot have it. */
    static AgreementDocument of(AgreementDocument agreement, AgreementVersionDocument version, Instant now) {
        if (agreement.versions().stream().anyMatch(other -> other.version() == version.version())) {
            throw kept(version.version());
        }
        List<AgreementVersionDocument> versions = new ArrayList<>();
        for (AgreementVersionDocument other : agreement.versions()) {
            versions.add(beside(other, version, now));
        }
        versions.add(version);
        AgreementDocument extended = new AgreementDocument(agreement.code(), agreement.title(), versions);
        return AgreementDocument.of(extended.toAgreement(), agreement.title());
    }

    /** Stored versions as they hold: each without an end until the next one begins. */
    static List<AgreementVersionDocument> closed(List<AgreementVersionDocument> stored) {
        List<AgreementVersionDocument> versions = new ArrayList<>(stored);
        versions.sort(Comparator.comparing(AgreementVersionDocument::validFrom));
        for (int i = 0; i + 1 < versions.size(); i++) {
            if (versions.get(i).validTo() == null) {
                versions.set(i, ending(versions.get(i), versions.get(i + 1).validFrom()));
            }
        }
        return List.copyOf(versions);
    }

    static Refusal kept(int version) {
        return new Refusal(
                409,
                "agreement-version-kept",
                "Version " + version + " is there; versions are never edited.",
                new FieldError("/version", "is there already"));
    }

    private static AgreementVersionDocument beside(
            AgreementVersionDocument other, AgreementVersionDocument fresh, Instant now) {
        boolean meet = (fresh.validTo() == null || other.validFrom().isBefore(fresh.validTo()))
                && (other.validTo() == null || fresh.validFrom().isBefore(other.validTo()));
        if (!meet) {
            return other;
        }
        boolean follows = other.validTo() == null && other.validFrom().isBefore(fresh.validFrom());
        if (!follows || fresh.validFrom().isBefore(now)) {
            throw new Refusal(
                    409,
                    "agreement-version-overlaps",
                    "Version " + other.version() + " holds then; tickets were promised what it says.",
                    new FieldError("/validFrom", "overlaps version " + other.version()));
        }
        return ending(other, fresh.validFrom());
    }

    private static AgreementVersionDocument ending(AgreementVersionDocument version, Instant validTo) {
        return new AgreementVersionDocument(
                version.version(),
                version.validFrom(),
                validTo,
                version.coverage(),
                version.targets(),
                version.responseTargets(),
                version.stoppingReasons(),
                version.reopen(),
                version.changePolicy(),
                version.escalation());
    }
}
