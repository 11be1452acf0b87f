package uk.jointdesk.system.isolation.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One way to break a fence.
 *
 * @param sql what breaks it
 */
record Mutation(String table, String policy, String what, String sql) {

    private static final String TRUE = "(true)";
    private static final String USING = "using " + TRUE;
    private static final String CHECK = "with check " + TRUE;

    /** Both halves of this policy ask the same of the caller and nothing of the row, so either alone is the whole. */
    private static final String EITHER_HALF = "the other half asks for the same and still refuses";

    private static final Map<String, String> EQUIVALENT =
            Map.of("ticket_event_erase " + USING, EITHER_HALF, "ticket_event_erase " + CHECK, EITHER_HALF);
    private static final String WHOLE_TABLE = "(the table)";

    /** Every way to break the fence around a table: each policy opened or taken away, and the fence itself. */
    static List<Mutation> of(Table table, String service) {
        List<Mutation> mutations = new ArrayList<>();
        whole(table, service, mutations);
        for (Table.Policy policy : table.policies()) {
            String of = Planting.quoted(policy.name()) + " on " + Planting.quoted(table.name());
            mutations.add(new Mutation(table.name(), policy.name(), "taken away", "drop policy " + of));
            opened(policy)
                    .forEach(what -> mutations.add(
                            new Mutation(table.name(), policy.name(), what, "alter policy " + of + " " + what)));
        }
        return mutations;
    }

    /** What is kept from the service altogether is fenced by the want of any right to it. */
    private static void whole(Table table, String service, List<Mutation> mutations) {
        String name = Planting.quoted(table.name());
        if (table.isKept()) {
            String grant = "grant select on " + name + " to " + Planting.quoted(service);
            mutations.add(new Mutation(table.name(), WHOLE_TABLE, "given to the service", grant));
            return;
        }
        String alter = "alter table " + name;
        mutations.add(new Mutation(table.name(), WHOLE_TABLE, "off", alter + " disable row level security"));
        mutations.add(new Mutation(table.name(), WHOLE_TABLE, "owner free", alter + " no force row level security"));
    }

    /** Why nothing can be told from breaking this; empty for all but what is listed here. */
    String equivalent() {
        return EQUIVALENT.getOrDefault(policy + " " + what, "");
    }

    /** What a policy can be opened to; one that says true already is as open as it gets. */
    private static List<String> opened(Table.Policy policy) {
        List<String> opened = new ArrayList<>();
        if (!policy.everybodys()) {
            return List.of();
        }
        boolean readsOnly =
                policy.command().equals("SELECT") || policy.command().equals("DELETE");
        String reading = policy.using() == null ? "" : USING;
        String writing = readsOnly ? "" : CHECK;
        if (!isOpen(policy)) {
            opened.add((reading + " " + writing).trim());
        }
        if (!reading.isEmpty() && policy.check() != null) {
            opened.add(reading);
            opened.add(writing);
        }
        return opened;
    }

    private static boolean isOpen(Table.Policy policy) {
        return (policy.using() == null || policy.using().equals("true"))
                && (policy.check() == null || policy.check().equals("true"));
    }

    @Override
    public String toString() {
        return table + ", " + policy + ": " + what;
    }
}
