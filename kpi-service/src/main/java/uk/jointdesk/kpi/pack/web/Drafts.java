package uk.jointdesk.kpi.pack.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kpi.pack.PackCompiler;
import uk.jointdesk.kpi.pack.domain.PackPlan;
import uk.jointdesk.kpi.pack.domain.PlanRules;

/** Turns what authors send into plans that can be compiled. */
@ApplicationScoped
public class Drafts {

    private final PackCompiler compiler;
    private final ObjectMapper json;
    private final Validator validator;

    public Drafts(PackCompiler compiler, ObjectMapper json, Validator validator) {
        this.compiler = compiler;
        this.json = json;
        this.validator = validator;
    }

    public PackPlan checked(NewPack body) {
        PackPlan plan = body.plan();
        List<PlanRules.Objection> objections = new PlanRules(compiler.sources()).objections(plan);
        if (!objections.isEmpty()) {
            throw Refusal.refused(
                    "plan-invalid",
                    "The plan names what no pack has.",
                    objections.stream()
                            .map(one -> new FieldError(one.pointer(), one.message()))
                            .toArray(FieldError[]::new));
        }
        return plan;
    }

    /** A plan changed by a JSON merge patch (RFC 7396); lists are replaced as a whole. */
    public NewPack patched(PackPlan plan, JsonNode patch) {
        if (!patch.isObject()) {
            throw Refusal.malformed("body-malformed", "A merge patch is a JSON object.");
        }
        ObjectNode now = json.valueToTree(NewPack.of(plan));
        merge(now, (ObjectNode) patch);
        try {
            NewPack changed = json.readerFor(NewPack.class).readValue(now);
            Set<ConstraintViolation<NewPack>> violations = validator.validate(changed);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return changed;
        } catch (IOException broken) {
            throw new BadRequestException(broken);
        }
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value.isObject() && target.get(field.getKey()) instanceof ObjectNode inner) {
                merge(inner, (ObjectNode) value);
            } else {
                target.set(field.getKey(), value);
            }
        });
    }
}
