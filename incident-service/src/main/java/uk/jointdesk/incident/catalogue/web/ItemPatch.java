package uk.jointdesk.incident.catalogue.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Set;
import uk.jointdesk.incident.catalogue.domain.Item;
import uk.jointdesk.incident.catalogue.domain.Offer;
import uk.jointdesk.incident.partner.store.PartnerStore;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** A change of an item as JSON merge patch (RFC 7396): the item as it is written, with what the patch says. */
@ApplicationScoped
public class ItemPatch {

    private static final List<String> WRITTEN =
            List.of("title", "description", "category", "queue", "standardChange", "approvalRole", "tasks", "offers");

    private final ObjectMapper json;
    private final Validator validator;
    private final PartnerStore partners;

    public ItemPatch(ObjectMapper json, Validator validator, PartnerStore partners) {
        this.json = json;
        this.validator = validator;
        this.partners = partners;
    }

    Item apply(Item now, ObjectNode patch) {
        refuseFixed(patch);
        try {
            ObjectNode whole = json.createObjectNode().put("code", now.code());
            JsonNode written = json.valueToTree(now);
            WRITTEN.stream().filter(written::has).forEach(field -> whole.set(field, written.get(field)));
            whole.set("form", json.readTree(now.form()));
            Item item = read(merged(whole, patch)).toItem(now.version());
            checkPartners(item);
            return item;
        } catch (JsonProcessingException broken) {
            throw new BadRequestException(broken);
        }
    }

    void checkPartners(Item item) {
        for (int i = 0; i < item.offers().size(); i++) {
            Offer offer = item.offers().get(i);
            if (!partners.exists(offer.partner())) {
                throw Refusal.refused(
                        "partner-unknown",
                        "The item is offered to a partner that is not registered.",
                        new FieldError("/offers/" + i + "/partner", "is unknown"));
            }
        }
    }

    private static void refuseFixed(ObjectNode patch) {
        if (patch.has("target")) {
            throw Refusal.refused(
                    "target-set-by-agreement",
                    "What is promised is changed in the agreement.",
                    new FieldError("/target", "is not changed here"));
        }
        if (patch.has("code")) {
            throw Refusal.refused("code-fixed", "An item keeps its code.", new FieldError("/code", "cannot change"));
        }
    }

    private NewItem read(JsonNode whole) throws JsonProcessingException {
        NewItem item = json.treeToValue(whole, NewItem.class);
        Set<ConstraintViolation<NewItem>> violations = validator.validate(item);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return item;
    }

    /** A form is a document of its own and is replaced; RFC 7396 would merge it field by field. */
    private static ObjectNode merged(ObjectNode whole, ObjectNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                whole.remove(field.getKey());
            } else {
                whole.set(field.getKey(), field.getValue());
            }
        });
        return whole;
    }
}
