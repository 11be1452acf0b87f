package uk.jointdesk.kpi.headline.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an author says.
 *
 * @param published the table published elsewhere that the claims are about; left out for the figures of this service
 */
@Schema(name = "HeadlineClaims")
public record ClaimsDocument(
        @NotEmpty @Size(max = 50) List<@Valid @NotNull ClaimDocument> claims,
        @Size(max = 36) String published) {}
