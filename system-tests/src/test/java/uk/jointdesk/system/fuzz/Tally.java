package uk.jointdesk.system.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.jointdesk.system.operation.Operation;

/** What was called how often with which outcome, and everything that was wrong. */
final class Tally {

    /** By operation and door, then by category: how often each status was heard. */
    private final Map<String, Map<Category, Map<Integer, Integer>>> calls = new TreeMap<>();

    private final List<Finding> wrong = new ArrayList<>();
    private final List<Finding> lenient = new ArrayList<>();
    private final Set<String> written = new TreeSet<>();

    /** Something wrong, with what repeats it. */
    record Finding(
            Door door, Operation operation, Mutant mutant, String complaint, String client, String curl, Heard heard) {

        /** Findings of one kind are told once. */
        String kind() {
            return door + " " + operation + " " + mutant.category() + " " + complaint.replaceAll("\\d+", "#");
        }

        @Override
        public String toString() {
            return "%s at %s, %s (%s) %s\n  as %s: %s\n  %s"
                    .formatted(operation, door, mutant.category(), mutant.what(), complaint, client, curl, heard);
        }
    }

    static String key(Door door, Operation operation) {
        return operation + " at the " + door;
    }

    synchronized void note(Door door, Operation operation, Mutant mutant, Heard heard) {
        calls.computeIfAbsent(key(door, operation), any -> new EnumMap<>(Category.class))
                .computeIfAbsent(mutant.category(), any -> new TreeMap<>())
                .merge(heard.status(), 1, Integer::sum);
        if (heard.succeeded() && !operation.reads()) {
            written.add(operation.path());
        }
    }

    synchronized void wrong(Finding finding) {
        wrong.add(finding);
    }

    synchronized void lenient(Finding finding) {
        lenient.add(finding);
    }

    synchronized List<Finding> wrong() {
        return told(wrong);
    }

    synchronized List<Finding> lenient() {
        return told(lenient);
    }

    private static List<Finding> told(List<Finding> all) {
        Map<String, Finding> kinds = new TreeMap<>();
        all.forEach(finding -> kinds.putIfAbsent(finding.kind(), finding));
        return List.copyOf(kinds.values());
    }

    synchronized int calls(Door door, Operation operation) {
        return calls.getOrDefault(key(door, operation), Map.of()).values().stream()
                .mapToInt(Tally::sum)
                .sum();
    }

    synchronized int calls() {
        return calls.values().stream()
                .flatMap(categories -> categories.values().stream())
                .mapToInt(Tally::sum)
                .sum();
    }

    private static int sum(Map<Integer, Integer> statuses) {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Paths of operations that wrote. */
    synchronized Set<String> written() {
        return new TreeSet<>(written);
    }

    /** A row for each operation and category, for people. */
    synchronized String page(long seed) {
        StringBuilder page = new StringBuilder("# Wrong requests\n\nSeed " + seed + ", " + calls() + " calls.\n\n");
        page.append("| operation | category | calls | statuses |\n|---|---|---|---|\n");
        calls.forEach((operation, categories) -> categories.forEach((category, statuses) -> page.append(
                "| %s | %s | %d | %s |%n".formatted(operation, category.words(), sum(statuses), shown(statuses)))));
        page.append("\n## Wrong\n\n");
        wrong().forEach(finding -> page.append(finding).append("\n\n"));
        page.append("## Taken though it breaks the contract\n\n");
        lenient().forEach(finding -> page.append(finding).append("\n\n"));
        return page.toString();
    }

    private static String shown(Map<Integer, Integer> statuses) {
        return statuses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(entry -> (entry.getKey() == 0 ? "cut off" : entry.getKey()) + " x " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
