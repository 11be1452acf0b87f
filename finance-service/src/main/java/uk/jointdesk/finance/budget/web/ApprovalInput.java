package uk.jointdesk.finance.budget.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The board's approval as it is recorded. */
public record ApprovalInput(
        @Schema(description = "Where the decision is minuted", examples = "Joint Committee, 20 January 2021, item 7")
        @NotBlank
        @Size(max = 500)
        String decision) {}
