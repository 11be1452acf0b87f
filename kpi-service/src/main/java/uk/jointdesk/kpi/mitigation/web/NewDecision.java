package uk.jointdesk.kpi.mitigation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import uk.jointdesk.kpi.mitigation.domain.Outcome;
import uk.jointdesk.kpi.register.web.Wording;

/** What the board decides, and why. */
public record NewDecision(
        @NotNull Outcome outcome,

        @NotBlank @Size(max = Wording.NOTE) @Pattern(regexp = Wording.PLAIN)
        String reason) {}
