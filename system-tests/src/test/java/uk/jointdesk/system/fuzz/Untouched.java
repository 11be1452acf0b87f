package uk.jointdesk.system.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.operation.Calls;
import uk.jointdesk.system.operation.Clients;
import uk.jointdesk.system.operation.Contract;
import uk.jointdesk.system.operation.Moments;
import uk.jointdesk.system.operation.Operation;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;

/** What the lists hold of which nothing may be written, before and after. */
final class Untouched {

    /** Clocks go on: tickets of this test come to be escalated. */
    private static final Set<String> MOVING = Set.of("/api/v1/escalations");

    private final Api api;
    private final Suite suite;
    private final List<Subject> written;
    private final Map<String, String> before;

    Untouched(Api api, Suite suite, List<Subject> subjects) {
        this.api = api;
        this.suite = suite;
        this.written = subjects.stream()
                .filter(subject -> subject.freedom() != Freedom.FREE)
                .filter(subject -> !MOVING.contains(list(subject.operation())))
                .toList();
        this.before = read();
    }

    int size() {
        return before.size();
    }

    /** Lists that have changed, but for those that an operation was allowed to write to. */
    List<String> changed(Set<String> writtenTo) {
        Map<String, String> after = read();
        return before.keySet().stream()
                .filter(list -> !before.get(list).equals(after.get(list)))
                .filter(list -> writtenTo.stream().noneMatch(path -> path.startsWith(list)))
                .map(list -> list + "\n before: " + shown(before.get(list)) + "\n after:  " + shown(after.get(list)))
                .toList();
    }

    private static String shown(String list) {
        return list.length() > 2_000 ? list.substring(0, 2_000) : list;
    }

    private Map<String, String> read() {
        Map<String, String> lists = new TreeMap<>();
        for (Subject subject : written) {
            String path = list(subject.operation());
            Contract contract = subject.described().contract();
            Operation list = new Operation("GET", path);
            if (contract.operations().contains(list) && !lists.containsKey(path)) {
                lists.put(path, answer(subject, contract, list));
            }
        }
        return lists;
    }

    private String answer(Subject subject, Contract contract, Operation list) {
        Set<String> roles = contract.roles(list);
        String client = Clients.ROLES.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(roles::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElseThrow();
        Calls calls = new Calls(api, contract, suite.url(subject.described().service()));
        Answer answer = calls.read(client, list, list.path(), "limit=500");
        return answer.status() + " " + Moments.without(answer);
    }

    private static String list(Operation operation) {
        int name = operation.path().indexOf("/{");
        return name < 0 ? operation.path() : operation.path().substring(0, name);
    }
}
