package uk.jointdesk.gateway.contract.validation;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.jointdesk.gateway.problem.Problem;

/** What may stand in the query and the headers of an operation. A path that does not fit is another path. */
final class Parameters {

    private static final int MOST = 1_000;
    private static final String UNKNOWN = "is not a parameter here";
    /** Every list of the suite takes them, whether or not it is ever longer than one page. */
    private static final Set<String> OF_EVERY_LIST = Set.of("limit", "cursor");

    private final List<Parameter> query;
    private final List<Parameter> headers;
    private final Set<String> known;

    private Parameters(List<Parameter> all, Set<String> known) {
        this.query = all.stream().filter(parameter -> parameter.isIn("query")).toList();
        this.headers =
                all.stream().filter(parameter -> parameter.isIn("header")).toList();
        this.known = known;
    }

    /** @param read whether the operation reads, and so may answer with a list */
    static Parameters of(List<Parameter> all, boolean read) {
        Set<String> known = new TreeSet<>();
        all.stream()
                .filter(parameter -> parameter.isIn("query"))
                .map(Parameter::name)
                .forEach(known::add);
        if (read) {
            known.addAll(OF_EVERY_LIST);
        }
        return new Parameters(all, known);
    }

    /** Those of an operation of which nothing is known: takes whatever comes. */
    static Parameters unknown() {
        return new Parameters(List.of(), null);
    }

    /**
     * What is wrong with them.
     *
     * @param queryString as it came; null for none
     * @param anyName whether names nobody knows pass: links that travel by mail are given them on the way
     */
    List<Fault> check(String queryString, MultiMap given, boolean anyName) {
        Map<String, List<String>> values = values(queryString);
        List<Fault> faults = new ArrayList<>();
        for (String name : values.keySet()) {
            if (!anyName && known != null && !known.contains(name)) {
                faults.add(Fault.malformed("query:" + printable(name), UNKNOWN));
            }
        }
        Stream.concat(
                        query.stream().map(one -> one.check(values.getOrDefault(one.name(), List.of()))),
                        headers.stream().map(one -> one.check(given.getAll(one.name()))))
                .forEach(fault -> fault.ifPresent(faults::add));
        return List.copyOf(faults);
    }

    /** A name nobody knows is told apart from a value nobody can read: the caller looks for another cure. */
    static Problem problem(List<Fault> faults) {
        boolean unknown = faults.stream().anyMatch(fault -> UNKNOWN.equals(fault.message()));
        Problem problem = unknown
                ? new Problem(400, "parameter-unknown", "A parameter is not in the contract of this operation.")
                : new Problem(400, "parameter-invalid", "A parameter is not what it should be.");
        return problem.naming(Fault.fields(faults));
    }

    private static Map<String, List<String>> values(String queryString) {
        if (queryString == null || queryString.isEmpty()) {
            return Map.of();
        }
        try {
            return new QueryStringDecoder(queryString, StandardCharsets.UTF_8, false, MOST).parameters();
        } catch (IllegalArgumentException unreadable) {
            // Half an escape: the service says what it makes of it.
            return Map.of();
        }
    }

    private static String printable(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._\\[\\]-]", "?");
        return safe.length() > 60 ? safe.substring(0, 60) : safe;
    }
}
