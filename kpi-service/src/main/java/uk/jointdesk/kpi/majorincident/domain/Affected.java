package uk.jointdesk.kpi.majorincident.domain;

import java.util.List;
import java.util.stream.Stream;

/** The major incidents that affected a council or, each once, the whole service; by declaration. */
public record Affected(List<MajorIncident> incidents) {
    public static final Affected BY_NONE = new Affected(List.of());

    public Affected {
        incidents = List.copyOf(incidents);
    }

    public static Affected by(MajorIncident incident) {
        return new Affected(List.of(incident));
    }

    public Affected plus(Affected other) {
        return new Affected(
                Stream.concat(incidents.stream(), other.incidents.stream()).toList());
    }

    public List<String> references() {
        return incidents.stream().map(MajorIncident::reference).sorted().toList();
    }

    /** Of those with one class of cause. */
    public List<String> references(String cause) {
        return incidents.stream()
                .filter(incident -> incident.causeOrUnknown().equals(cause))
                .map(MajorIncident::reference)
                .sorted()
                .toList();
    }
}
