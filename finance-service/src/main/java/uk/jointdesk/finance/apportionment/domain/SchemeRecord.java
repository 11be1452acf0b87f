package uk.jointdesk.finance.apportionment.domain;

import java.util.List;

/**
 * A scheme as it is kept, with where each version comes from.
 *
 * @param versions ascending by number
 */
public record SchemeRecord(String code, String title, List<Version> versions) {

    /**
     * @param source where the numbers are published, or the reasoning behind an assumption
     * @param assumption whether no published source gives them
     */
    public record Version(SchemeVersion version, String source, boolean assumption) {}

    public Scheme scheme() {
        return new Scheme(code, versions.stream().map(Version::version).toList());
    }
}
