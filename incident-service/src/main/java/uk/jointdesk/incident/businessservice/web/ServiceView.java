package uk.jointdesk.incident.businessservice.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.businessservice.domain.BusinessService;
import uk.jointdesk.incident.businessservice.domain.BusinessService.Critical;

/** A business service. */
public record ServiceView(
        String code,
        String name,
        String supplier,

        @Schema(description = "The partners that cannot be without it, as far as the caller may see them")
        List<Span> criticalFor,

        @Schema(description = "The ETag to name when changing it")
        long version) {

    /** A span in which a partner cannot be without the service; without {@code to} it goes on. */
    public record Span(@NotBlank String partner, @NotNull LocalDate from, LocalDate to) {

        Critical toCritical() {
            return new Critical(partner, from, to);
        }
    }

    static ServiceView of(BusinessService service) {
        return new ServiceView(
                service.code(),
                service.name(),
                service.supplier(),
                service.criticalFor().stream()
                        .map(span -> new Span(span.partner(), span.from(), span.to()))
                        .toList(),
                service.version());
    }
}
