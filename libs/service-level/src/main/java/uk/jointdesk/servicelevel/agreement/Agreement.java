package uk.jointdesk.servicelevel.agreement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What partners have agreed about service levels, in dated versions.
 *
 * @param code short name, such as {@code IAA}
 * @param versions in order of {@code validFrom}; they may leave gaps and must not overlap
 */
public record Agreement(String code, List<AgreementVersion> versions) {

    public Agreement {
        versions = versions.stream()
                .sorted(Comparator.comparing(AgreementVersion::validFrom))
                .toList();
        for (int i = 0; i < versions.size(); i++) {
            refuseForeign(code, versions.get(i));
            if (i > 0) {
                refuseOverlap(versions.get(i - 1), versions.get(i));
            }
        }
    }

    /** The version in force at an instant. */
    public Optional<AgreementVersion> at(Instant instant) {
        return versions.stream().filter(version -> version.inForceAt(instant)).findFirst();
    }

    private static void refuseForeign(String code, AgreementVersion version) {
        if (!version.agreement().equals(code)) {
            throw new IllegalArgumentException("a version of " + version.agreement() + " is no version of " + code);
        }
    }

    private static void refuseOverlap(AgreementVersion earlier, AgreementVersion later) {
        if (earlier.inForceAt(later.validFrom())) {
            throw new IllegalArgumentException("versions " + earlier.version() + " and " + later.version() + " of "
                    + earlier.agreement() + " overlap");
        }
    }
}
