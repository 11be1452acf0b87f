package uk.jointdesk.kpi.mitigation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import uk.jointdesk.kpi.register.web.Wording;

/** Why a mitigation is taken back. */
public record Withdrawal(
        @NotBlank @Size(max = Wording.NOTE) @Pattern(regexp = Wording.PLAIN)
        String reason) {}
