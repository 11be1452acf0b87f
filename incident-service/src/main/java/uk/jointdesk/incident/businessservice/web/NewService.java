package uk.jointdesk.incident.businessservice.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import uk.jointdesk.incident.businessservice.domain.BusinessService;
import uk.jointdesk.incident.businessservice.web.ServiceView.Span;

/** A business service to be registered. */
public record NewService(
        @NotBlank String code,
        @NotBlank @Size(max = 200) String name,
        @Size(max = 200) String supplier,
        @Size(max = 500) List<@NotNull @Valid Span> criticalFor) {

    BusinessService toService() {
        List<Span> spans = criticalFor == null ? List.of() : criticalFor;
        return new BusinessService(
                code, name, supplier, spans.stream().map(Span::toCritical).toList(), 1);
    }
}
