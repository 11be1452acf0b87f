package uk.jointdesk.system.isolation.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.jointdesk.system.isolation.rows.Acting.Attempt;

/**
 * What row-level security must do with a row of one partner, in one table, for the service's own role and for the role
 * that owns the table: nobody and another partner neither see nor touch it nor write one like it, who sees everybody's
 * may do what the table is for, its own partner reads it, and nobody's row becomes another's. Tried out with a planted
 * row, so that tables are proved in which the demo has nothing; all of it in one transaction, to be rolled back.
 */
final class RowFence {

    static final String OWN = "LBB";
    static final String OTHER = "LBL";
    private static final String NOBODY = "";
    private static final String EVERYBODY = "*";

    /** The service writes there about whoever called, also about a stranger without any scope; reading is fenced. */
    private static final Set<String> OPEN_TO_ADD = Set.of("audit_entry", "access_refusal");

    /** Tables whose rows say whose they are and yet are not that partner's to read. */
    private static final Map<String, String> ABOVE_PARTNERS = Map.of(
            "published_table", "its scope is words, and its figures are of all partners side by side",
            "published_figure", "as published_table",
            "knowledge_version", "former wordings and drafts are the desk's",
            "purchase_order", "orders of the shared budget; the partner says which share of it they are charged to");

    /** Tables fenced by what their rows belong to; whose that is no column of their own can change. */
    private static final Map<String, String> FENCED_BY_ANOTHER = Map.of(
            "ticket_watcher", "by its ticket; the partner is the one that watches",
            "bulk_closure_ticket", "by its closure; the partner is a note of who held the ticket when it was chosen");

    private final Planting planting;
    private final Acting acting;
    private final Connection connection;
    private final String service;

    /** @param connection the superuser's */
    RowFence(Connection connection, Catalogue catalogue, String service) {
        this.connection = connection;
        this.planting = new Planting(connection, catalogue);
        this.acting = new Acting(connection);
        this.service = service;
    }

    /** What is wrong with the fence around a table; the policies are those that it should have. */
    List<String> breaches(Table table) throws SQLException {
        planting.begin();
        String insert = sown(table, OWN);
        List<String> breaches = new ArrayList<>();
        if (table.isKept()) {
            kept(table, insert, breaches);
            return breaches;
        }
        for (String role : new LinkedHashSet<>(List.of(service, table.owner()))) {
            for (Attempt attempt : acting.attempts(table, role, insert, planting)) {
                shut(role, attempt, breaches);
                opened(table, role, attempt, breaches);
            }
        }
        if (table.opens("UPDATE") && !FENCED_BY_ANOTHER.containsKey(table.name())) {
            handedOver(table, breaches);
        }
        return breaches;
    }

    /** For nobody and for another partner the row is not there, and none like it can be written. */
    private void shut(String role, Attempt attempt, List<String> breaches) throws SQLException {
        boolean told = attempt.command().equals("INSERT") && OPEN_TO_ADD.contains(attempt.table());
        for (String scope : List.of(NOBODY, OTHER)) {
            if (!told && acting.as(role, scope, attempt) > 0) {
                breaches.add("%s with scope '%s' may %s".formatted(role, scope, attempt));
            }
        }
    }

    /** Who sees everybody's does what the table is for; its own partner sees the row. */
    private void opened(Table table, String role, Attempt attempt, List<String> breaches) throws SQLException {
        if (table.opens(attempt.command()) && acting.as(role, EVERYBODY, attempt) != 1) {
            breaches.add("%s with everybody's scope may not %s".formatted(role, attempt));
        }
        boolean own = !table.ownerColumns().isEmpty() && !ABOVE_PARTNERS.containsKey(table.name());
        if (own && attempt.command().equals("SELECT") && acting.as(role, OWN, attempt) != 1) {
            breaches.add("%s with the row's own scope may not %s".formatted(role, attempt));
        }
    }

    /** A table that is one role's alone: that role reads it, the service has no right to it at all. */
    private void kept(Table table, String insert, List<String> breaches) throws SQLException {
        for (Attempt attempt : acting.attempts(table, service, insert, planting)) {
            breaches.add("%s has a right to %s".formatted(service, attempt));
        }
        if (acting.as(table.owner(), NOBODY, Attempt.reading(table)) != 1) {
            breaches.add("%s may not read what is its own, %s".formatted(table.owner(), table.name()));
        }
    }

    /** A partner can neither take another's row over nor make its own row another's. */
    private void handedOver(Table table, List<String> breaches) throws SQLException {
        if (!table.ownerColumns().isEmpty()) {
            made(table, OTHER, breaches);
            sown(table, OTHER);
            made(table, OWN, breaches);
        }
    }

    private void made(Table table, String partner, List<String> breaches) throws SQLException {
        String changes = table.ownerColumns().stream()
                .map(column -> Planting.quoted(column.name()) + " = " + planting.value(column, partner))
                .collect(Collectors.joining(", "));
        Attempt attempt = Attempt.changing(table, changes);
        if (acting.as(table.owner(), OTHER, attempt) > 0) {
            breaches.add("%s with scope '%s' may %s".formatted(table.owner(), OTHER, attempt));
        }
    }

    /** One row of the partner in a table that is empty otherwise; returns how it was added. */
    private String sown(Table table, String partner) throws SQLException {
        planting.clear(table);
        String insert = planting.insert(table, partner);
        try (Statement statement = connection.createStatement()) {
            statement.execute(insert);
        }
        return insert;
    }
}
