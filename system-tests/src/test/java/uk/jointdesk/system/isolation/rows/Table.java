package uk.jointdesk.system.isolation.rows;

import java.util.List;
import java.util.Set;

/**
 * A table as the catalogue has it.
 *
 * @param owner the role that it belongs to
 * @param fenced whether row-level security is on
 * @param forced whether it binds the owner too
 * @param checks names of its check constraints
 */
record Table(
        String name,
        String owner,
        boolean fenced,
        boolean forced,
        List<Column> columns,
        List<Reference> references,
        List<Policy> policies,
        List<String> checks) {

    /** Columns that say whose a row is. */
    static final Set<String> OWNERS = Set.of("partner", "held_by", "partners", "scope");

    /** @param wanted whether a row must give it: it may not be null and nothing else fills it */
    record Column(String name, String type, boolean wanted, boolean writable) {

        boolean saysWhose() {
            return OWNERS.contains(name) && (type.equals("text") || type.equals("text[]"));
        }
    }

    /** A foreign key. */
    record Reference(List<String> columns, String to, List<String> toColumns) {}

    /**
     * @param command ALL, SELECT, INSERT, UPDATE or DELETE
     * @param everybodys for every role, and not one that it names
     * @param using null where it has no such part, as is check
     */
    record Policy(String name, String command, boolean everybodys, String using, String check) {

        boolean covers(String asked) {
            return command.equals("ALL") || command.equals(asked);
        }
    }

    List<Column> ownerColumns() {
        return columns.stream().filter(Column::saysWhose).toList();
    }

    /** Whether its rows are some partner's, by a column or by a reference to the register of partners. */
    boolean isOfPartners() {
        boolean referring = references.stream()
                .anyMatch(reference -> !reference.to().equals(name)
                        && Set.of("partner", "funding_partner").contains(reference.to()));
        return referring
                || ownerColumns().stream().anyMatch(column -> !column.name().equals("scope"));
    }

    /** Whether a policy lets a command through at all. */
    boolean opens(String command) {
        return policies.stream().anyMatch(policy -> policy.covers(command));
    }

    /** Whether it is kept from the service altogether, for one role to read. */
    boolean isKept() {
        return policies.stream().noneMatch(Policy::everybodys);
    }

    Column column(String wanted) {
        return columns.stream()
                .filter(column -> column.name().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    boolean refers(Column column) {
        return references.stream().anyMatch(reference -> reference.columns().contains(column.name()));
    }
}
