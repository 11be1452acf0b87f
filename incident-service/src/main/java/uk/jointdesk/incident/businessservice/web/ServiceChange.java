package uk.jointdesk.incident.businessservice.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import uk.jointdesk.incident.businessservice.domain.BusinessService;
import uk.jointdesk.incident.businessservice.web.ServiceView.Span;

/**
 * What of a business service is to change. What is left out stays; spans are replaced as a whole, and an empty supplier
 * takes it away.
 */
public record ServiceChange(
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 200)
        String name,

        @Size(max = 200) String supplier,
        @Size(max = 500) List<@NotNull @Valid Span> criticalFor) {

    BusinessService apply(BusinessService now) {
        return new BusinessService(
                now.code(),
                name == null ? now.name() : name,
                supplier == null ? now.supplier() : supplier.isBlank() ? null : supplier,
                criticalFor == null
                        ? now.criticalFor()
                        : criticalFor.stream().map(Span::toCritical).toList(),
                now.version());
    }
}
