package uk.jointdesk.gateway.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/**
 * One rule that a contract keeps.
 *
 * @param name as Spectral's rule sets call it ({@code spectral:oas}), or Redocly's where Spectral has none
 * @param findings where a contract breaks it
 */
record Rule(String name, Function<JsonNode, List<String>> findings) {

    List<String> check(JsonNode contract) {
        return findings.apply(contract).stream()
                .map(place -> name + ": " + place)
                .toList();
    }
}
