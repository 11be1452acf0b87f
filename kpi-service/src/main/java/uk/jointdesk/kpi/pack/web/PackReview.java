package uk.jointdesk.kpi.pack.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.pack.domain.Clearance;

/** A step of a review. */
@Schema(
        description = "REVIEW hands a draft in, DRAFT hands it back with a comment, CLEARED notes that an office has"
                + " cleared it.")
public record PackReview(@NotNull To to, @Size(max = 5_000) String comment, Clearance clearedBy) {
    public enum To {
        REVIEW,
        DRAFT,
        CLEARED
    }
}
