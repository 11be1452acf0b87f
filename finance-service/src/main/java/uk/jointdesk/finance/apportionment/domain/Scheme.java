package uk.jointdesk.finance.apportionment.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What partners agreed about dividing a cost, in dated versions.
 *
 * @param versions by first day, ascending, no two alike
 */
public record Scheme(String code, List<SchemeVersion> versions) {

    public Scheme {
        versions = versions.stream()
                .sorted(Comparator.comparing(SchemeVersion::validFrom))
                .toList();
    }

    /** One formula that was always in force. */
    public static Scheme of(Formula formula) {
        return new Scheme("", List.of(new SchemeVersion(1, LocalDate.MIN, formula)));
    }

    public Optional<SchemeVersion> inForceOn(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    SortedSet<String> partners() {
        return versions.stream()
                .flatMap(version -> version.formula().partners().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    SortedSet<LocalDate> changes() {
        return versions.stream().map(SchemeVersion::validFrom).collect(Collectors.toCollection(TreeSet::new));
    }
}
