package uk.jointdesk.incident.catalogue.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.catalogue.domain.Item;
import uk.jointdesk.incident.catalogue.domain.Offer;
import uk.jointdesk.incident.catalogue.domain.TaskPlan;
import uk.jointdesk.incident.rules.store.CatalogueTargets.Promise;

/** Something that can be asked for. */
public record ItemView(
        String code,
        String title,
        String description,
        String category,
        String queue,
        boolean standardChange,
        String approvalRole,

        @Schema(type = SchemaType.OBJECT, description = "JSON Schema 2020-12")
        JsonNode form,

        List<TaskPlan> tasks,

        @Schema(description = "To whom it is offered, as far as the caller may see")
        List<Offer> offers,

        @Schema(description = "What the agreements promise for requests logged now, by partner")
        List<Promise> targets,

        @Schema(description = "The ETag to name when changing it")
        long version) {

    static ItemView of(Item item, JsonNode form, List<Promise> targets) {
        return new ItemView(
                item.code(),
                item.title(),
                item.description(),
                item.category(),
                item.queue(),
                item.standardChange(),
                item.approvalRole(),
                form,
                item.tasks(),
                item.offers(),
                targets,
                item.version());
    }
}
