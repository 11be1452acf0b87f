package uk.jointdesk.incident.catalogue.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody asks for an item. */
public record NewRequest(
        @Schema(description = "Whose request it is", examples = "LBL") @NotBlank
        String partner,

        @Schema(description = "An opaque id at the partner, not a name") @Size(max = 200)
        String requester,

        @Schema(type = SchemaType.OBJECT, description = "What the item's form asks for")
        JsonNode form) {}
