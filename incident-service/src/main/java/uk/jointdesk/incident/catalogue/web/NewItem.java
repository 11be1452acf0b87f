package uk.jointdesk.incident.catalogue.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.catalogue.FormSchema;
import uk.jointdesk.incident.catalogue.domain.Item;
import uk.jointdesk.incident.catalogue.domain.Offer;
import uk.jointdesk.incident.catalogue.domain.TaskPlan;
import uk.jointdesk.incident.catalogue.domain.TaskPlans;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** An item as it is written: whole when it is new, merged into what is there when it changes. */
public record NewItem(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,59}", message = "is small letters, digits and hyphens")
        String code,

        @NotBlank @Size(max = 200) String title,
        @Size(max = 5_000) String description,
        @Size(max = 200) String category,

        @Schema(description = "The team that looks after its requests") @Size(max = 200)
        String queue,

        @Schema(description = "A change that is approved in advance")
        Boolean standardChange,

        @Schema(description = "The role that must approve each request")
        @Pattern(
                regexp = "borough-client|service-desk|incident-manager",
                message = "is borough-client, service-desk or incident-manager")
        String approvalRole,

        @Schema(type = SchemaType.OBJECT, description = "JSON Schema 2020-12 of what is asked of the requester")
        JsonNode form,

        @Size(max = 50) List<@Valid @NotNull TaskBody> tasks,
        @Size(max = 200) List<@Valid @NotNull OfferBody> offers,

        @Schema(
                description = "Only of a new item: what is promised to the partners it is offered to. The line of their"
                        + " agreement; one that has none gets a new version from now on")
        NewTarget target) {

    /** A task that every request brings about. */
    public record TaskBody(
            @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,39}", message = "is small letters, digits and hyphens")
            String code,

            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 200) String queue,

            @Schema(description = "Tasks that must be done first; the others run in parallel")
            List<@NotBlank String> dependsOn,

            @Schema(description = "Service minutes after which an untouched task is escalated") @Min(1) @Max(100_000)
            Integer escalateAfterMinutes) {

        TaskPlan plan() {
            return new TaskPlan(code, title, queue, dependsOn, escalateAfterMinutes);
        }
    }

    /** To whom it is offered, from the first day to the last, which may be open. */
    public record OfferBody(
            @NotBlank String partner, @NotNull LocalDate from, LocalDate to) {

        Offer offer() {
            return new Offer(partner, from, to);
        }
    }

    private static final String NOTHING_ASKED = "{\"type\": \"object\", \"additionalProperties\": false}";

    /** The item, or a refusal that names each fault. */
    Item toItem(long version) {
        List<FieldError> faults = faults();
        if (!faults.isEmpty()) {
            throw Refusal.refused(
                    "catalogue-item-refused",
                    "The item cannot be meant as written.",
                    faults.toArray(FieldError[]::new));
        }
        return new Item(
                code,
                title,
                description,
                category,
                queue,
                Boolean.TRUE.equals(standardChange),
                approvalRole,
                form == null ? NOTHING_ASKED : form.toString(),
                plans(),
                offers == null
                        ? List.of()
                        : offers.stream().map(OfferBody::offer).toList(),
                version);
    }

    private List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        if (Boolean.TRUE.equals(standardChange) && approvalRole != null) {
            faults.add(new FieldError("/approvalRole", "is left out: a standard change is approved in advance"));
        }
        if (form != null) {
            faults.addAll(FormSchema.faults(form, "/form"));
        }
        TaskPlans.fault(plans())
                .ifPresent(fault ->
                        faults.add(new FieldError("/tasks/" + fault.task() + "/" + fault.field(), fault.message())));
        for (int i = 0; offers != null && i < offers.size(); i++) {
            OfferBody offer = offers.get(i);
            if (offer.to() != null && offer.to().isBefore(offer.from())) {
                faults.add(new FieldError("/offers/" + i + "/to", "lies before the first day"));
            }
        }
        return faults;
    }

    private List<TaskPlan> plans() {
        return tasks == null ? List.of() : tasks.stream().map(TaskBody::plan).toList();
    }
}
