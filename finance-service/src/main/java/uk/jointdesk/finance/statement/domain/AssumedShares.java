package uk.jointdesk.finance.statement.domain;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;

/** The versions of schemes whose numbers no published source gives. */
public final class AssumedShares {
    private final Set<Named> versions;

    private record Named(String scheme, int version) {}

    private AssumedShares(Set<Named> versions) {
        this.versions = versions;
    }

    public static AssumedShares in(Collection<SchemeRecord> schemes) {
        return new AssumedShares(schemes.stream()
                .flatMap(scheme -> scheme.versions().stream()
                        .filter(SchemeRecord.Version::assumption)
                        .map(version ->
                                new Named(scheme.code(), version.version().number())))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean contains(String scheme, int version) {
        return versions.contains(new Named(scheme, version));
    }

    /** Whether any version of the scheme is assumed. */
    public boolean anyOf(String scheme) {
        return versions.stream().anyMatch(version -> version.scheme().equals(scheme));
    }
}
