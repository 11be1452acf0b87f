package uk.jointdesk.incident.link.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.link.domain.LinkRules.Edge;
import uk.jointdesk.incident.link.domain.Relation;

/** A link to be made. */
public record NewLink(
        @Schema(description = "What this ticket is to the other one") @NotNull
        Relation kind,

        @Schema(description = "The other ticket", examples = "LBL-0000007") @NotBlank @Size(max = 100)
        String ticket) {

    Edge edge(String reference) {
        return kind.forward() ? new Edge(kind.kind(), reference, ticket) : new Edge(kind.kind(), ticket, reference);
    }
}
