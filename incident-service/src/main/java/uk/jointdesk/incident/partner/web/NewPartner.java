package uk.jointdesk.incident.partner.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import uk.jointdesk.incident.partner.domain.Partner;

/** A partner to be registered. Without a calendar it has the suite's office hours. */
public record NewPartner(
        @NotBlank String code,
        @NotBlank @Size(max = 200) String name,
        @NotBlank String kind,
        String parent,
        Boolean host,
        @NotNull LocalDate memberFrom,
        LocalDate memberTo,
        String calendar) {

    Partner toPartner() {
        return new Partner(
                code,
                name,
                kind,
                parent,
                host != null && host,
                memberFrom,
                memberTo,
                calendar == null ? "STD" : calendar,
                1);
    }
}
