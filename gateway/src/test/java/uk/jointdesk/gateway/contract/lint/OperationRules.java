package uk.jointdesk.gateway.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules about operations. */
final class OperationRules {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    static final List<Rule> ALL = List.of(
            each("operation-operationId", operation -> hasText(operation, "operationId")),
            each(
                    "operation-operationId-valid-in-url",
                    operation ->
                            operation.definition().path("operationId").asText().matches("[A-Za-z0-9_-]+")),
            new Rule("operation-operationId-unique", OperationRules::repeatedIds),
            each("operation-summary", operation -> hasText(operation, "summary")),
            each("operation-description", operation -> hasText(operation, "description")),
            each(
                    "operation-tags",
                    operation -> !operation.definition().path("tags").isEmpty()),
            new Rule("operation-tag-defined", OperationRules::undefinedTags),
            each("operation-success-response", operation -> hasAnswer(operation, "2")),
            new Rule("operation-4xx-response", OperationRules::missingRefusals),
            each(
                    "oas3-operation-security-defined",
                    operation -> !operation.definition().path("security").isEmpty()),
            new Rule("operation-parameters", OperationRules::repeatedParameters),
            new Rule("path-params", OperationRules::pathVariables),
            each("path-keys-no-trailing-slash", operation -> !operation.path().endsWith("/")),
            each("path-not-include-query", operation -> !operation.path().contains("?")));

    private OperationRules() {}

    private static Rule each(String name, Predicate<Walk.Operation> good) {
        return new Rule(name, contract -> Walk.operations(contract).stream()
                .filter(good.negate())
                .map(Walk.Operation::name)
                .toList());
    }

    private static List<String> found(JsonNode contract, BiFunction<JsonNode, Walk.Operation, Set<String>> findings) {
        List<String> all = new ArrayList<>();
        Walk.operations(contract).forEach(operation -> findings.apply(contract, operation)
                .forEach(finding -> all.add(operation.name() + " " + finding)));
        return all;
    }

    private static boolean hasText(Walk.Operation operation, String field) {
        return !operation.definition().path(field).asText("").isBlank();
    }

    private static boolean hasAnswer(Walk.Operation operation, String start) {
        return operation.definition().path("responses").propertyStream().anyMatch(answer -> answer.getKey()
                .startsWith(start));
    }

    private static List<String> repeatedIds(JsonNode contract) {
        Set<String> seen = new HashSet<>();
        return Walk.operations(contract).stream()
                .filter(operation ->
                        !seen.add(operation.definition().path("operationId").asText()))
                .map(Walk.Operation::name)
                .toList();
    }

    private static List<String> undefinedTags(JsonNode contract) {
        Set<String> defined = new HashSet<>(contract.path("tags").findValuesAsText("name"));
        return found(contract, (any, operation) -> {
            Set<String> undefined = new TreeSet<>();
            operation.definition().path("tags").forEach(tag -> undefined.add(tag.asText()));
            undefined.removeAll(defined);
            return undefined;
        });
    }

    /** Which refusals an operation can give follows from what it takes. */
    private static List<String> missingRefusals(JsonNode contract) {
        return found(contract, (any, operation) -> {
            Set<String> needed = new TreeSet<>(Set.of("400", "401", "403", "429"));
            if (operation.path().contains("{")) {
                needed.add("404");
            }
            if (operation.definition().has("requestBody")) {
                needed.addAll(Set.of("413", "415", "422"));
            }
            if (Walk.parameters(contract, operation).stream().anyMatch(parameter -> "If-Match"
                    .equals(parameter.path("name").asText()))) {
                needed.addAll(Set.of("412", "428"));
            }
            operation.definition().path("responses").propertyStream().forEach(answer -> needed.remove(answer.getKey()));
            return needed;
        });
    }

    private static List<String> repeatedParameters(JsonNode contract) {
        return found(contract, (any, operation) -> {
            Set<String> seen = new HashSet<>();
            Set<String> repeated = new TreeSet<>();
            for (JsonNode parameter : Walk.parameters(contract, operation)) {
                String key = parameter.path("in").asText() + ":"
                        + parameter.path("name").asText();
                if (!seen.add(key)) {
                    repeated.add(key);
                }
            }
            return repeated;
        });
    }

    private static List<String> pathVariables(JsonNode contract) {
        return found(contract, (any, operation) -> {
            Set<String> wrong = new TreeSet<>();
            Matcher variable = VARIABLE.matcher(operation.path());
            while (variable.find()) {
                wrong.add(variable.group(1));
            }
            for (JsonNode parameter : Walk.parameters(contract, operation)) {
                boolean declared = "path".equals(parameter.path("in").asText());
                if (declared && !wrong.remove(parameter.path("name").asText())) {
                    wrong.add(parameter.path("name").asText());
                }
            }
            return wrong;
        });
    }
}
