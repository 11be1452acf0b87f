package uk.jointdesk.incident.businessservice.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.jointdesk.incident.businessservice.domain.BusinessService.Critical;

/** What a business service's entry must be. */
public final class ServiceRules {

    private ServiceRules() {}

    /** Why an entry is refused. */
    public record Objection(String code, String pointer, String message) {}

    /** The first rule that an entry breaks. */
    public static Optional<Objection> objection(BusinessService service, Set<String> partners) {
        if (!service.code().matches("[A-Z0-9][A-Z0-9-]{1,39}")) {
            return objection("service-code-refused", "/code", "is 2 to 40 capital letters, digits and hyphens");
        }
        List<Critical> spans = service.criticalFor();
        for (int i = 0; i < spans.size(); i++) {
            Critical span = spans.get(i);
            String pointer = "/criticalFor/" + i;
            if (!partners.contains(span.partner())) {
                return objection("partner-unknown", pointer + "/partner", "is unknown");
            }
            if (span.to() != null && span.to().isBefore(span.from())) {
                return objection("service-dates-refused", pointer + "/to", "lies before from");
            }
            if (spans.subList(0, i).stream().anyMatch(span::overlaps)) {
                return objection("service-dates-refused", pointer, "overlaps another span of this partner");
            }
        }
        return Optional.empty();
    }

    private static Optional<Objection> objection(String code, String pointer, String message) {
        return Optional.of(new Objection(code, pointer, message));
    }
}
