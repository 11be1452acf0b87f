package uk.jointdesk.finance.apportionment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * A scheme as it is kept, with where each version comes from and what the board said.
 *
 * @param versions ascending by number
 */
public record SchemeRecord(String code, String title, List<Version> versions) {

    /**
     * @param source where the numbers are published, or the reasoning behind an assumption
     * @param assumption whether no published source gives them
     */
    public record Version(
            SchemeVersion version, String source, boolean assumption, WeightSource weights, Standing standing) {}

    /** What is in force: the versions the board has approved. */
    public Scheme scheme() {
        return new Scheme(
                code,
                versions.stream()
                        .filter(version -> version.standing().isApproved())
                        .map(Version::version)
                        .toList());
    }

    public Optional<Version> version(int number) {
        return versions.stream()
                .filter(version -> version.version().number() == number)
                .findFirst();
    }

    public Optional<Version> inForceOn(LocalDate day) {
        return scheme().inForceOn(day).flatMap(version -> version(version.number()));
    }

    public int nextNumber() {
        return versions.size() + 1;
    }

    /** @throws RuleBroken {@code version-not-later}: what was in force is never rewritten */
    public void checkBeginsLast(LocalDate day, String pointer) {
        boolean later = versions.stream()
                .filter(version -> !version.standing().isRejected())
                .allMatch(version -> version.version().validFrom().isBefore(day));
        if (!later) {
            throw new RuleBroken(
                    "version-not-later", pointer, "A version begins after every other version of its scheme.");
        }
    }
}
