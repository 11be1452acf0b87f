package uk.jointdesk.system.isolation.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.OnSuite;

/**
 * The last of three layers by itself: PostgreSQL shows a service no row outside the scope of its transaction, in any
 * table that the catalogue lists, whatever the service asks.
 */
@OnSuite
class RowFenceIT {

    /** Tables that name partners and are open to whoever the service lets read them. */
    private static final Map<String, String> UNFENCED = Map.of(
            "intake_source", "which desk sends for whom: read by the service before it knows the caller's scope",
            "rule_change", "whose targets are to be reckoned again: work of the service itself, which no path tells of",
            "billing_party", "whom a bill is from and to, which stands on bills; kept by finance officers",
            "billing_party_version", "as billing_party");

    private List<Database> databases;

    @BeforeEach
    void connect(Suite suite) {
        databases = Database.of(suite);
    }

    @Test
    void every_table_of_partners_is_fenced_and_its_owner_too() throws SQLException {
        Set<String> open = new TreeSet<>();
        for (Database database : databases) {
            for (Table table : Catalogue.of(database).tables()) {
                if (table.isOfPartners() && !table.fenced()) {
                    open.add(table.name());
                }
                assertThat(table.forced())
                        .as("%s binds its owner", table.name())
                        .isEqualTo(table.fenced());
                assertThat(table.policies().isEmpty()).as(table.name()).isEqualTo(!table.fenced());
            }
        }
        assertThat(open).isEqualTo(UNFENCED.keySet());
    }

    @Test
    void a_services_role_can_neither_switch_the_fence_off_nor_step_around_it() throws SQLException {
        for (Database database : databases) {
            String free = "select count(*) from pg_roles where rolname = '%s' and (rolsuper or rolbypassrls)";
            assertThat(as(database.asSuperuser(), "", free.formatted(database.role())))
                    .as("%s", database)
                    .isZero();
            assertThat(Catalogue.of(database).tables())
                    .isNotEmpty()
                    .extracting(Table::owner)
                    .doesNotContain(database.role());
        }
    }

    @Test
    void a_row_of_one_partner_is_there_for_nobody_else() throws SQLException {
        List<String> breaches = new ArrayList<>();
        int fenced = 0;
        for (Database database : databases) {
            Trial trial = Trial.of(database);
            for (Table table : trial.fenced()) {
                breaches.addAll(trial.breaches(table));
                fenced++;
            }
        }
        assertThat(fenced).isGreaterThan(90);
        assertThat(breaches).isEmpty();
    }

    @Test
    void the_rows_that_are_there_are_shown_to_their_partner_and_to_no_other() throws SQLException {
        int seen = 0;
        for (Database database : databases) {
            for (Table table : plainlyOwned(database)) {
                seen += isShownToItsPartnerOnly(database, Planting.quoted(table.name())) ? 1 : 0;
            }
        }
        assertThat(seen).as("tables with rows of Lewisham's in the demo data").isGreaterThan(5);
    }

    /** Whether there was anything of Lewisham's to show. */
    private static boolean isShownToItsPartnerOnly(Database database, String table) throws SQLException {
        String count = "select count(*) from " + table;
        String own = count + " where partner = 'LBL'";
        boolean there = as(database.asSuperuser(), "*", own) > 0;
        assertThat(as(database.asService(), "LBL", own) > 0)
                .as("Lewisham's own of %s %s", database, table)
                .isEqualTo(there);
        assertThat(as(database.asService(), "LBL", count + " where partner is distinct from 'LBL'"))
                .as("others' of %s %s", database, table)
                .isZero();
        assertThat(as(database.asService(), "", count))
                .as("%s %s without a scope", database, table)
                .isZero();
        return there;
    }

    /** Tables the service reads whose policies look at nothing but the column. */
    private static List<Table> plainlyOwned(Database database) throws SQLException {
        List<Table> plain = new ArrayList<>();
        for (Table table : Catalogue.of(database).fenced()) {
            String readable = "select has_table_privilege('%s', '%s', 'SELECT')::int"
                    .formatted(database.role(), Planting.quoted(table.name()));
            if (isByColumn(table) && as(database.asSuperuser(), "", readable) == 1) {
                plain.add(table);
            }
        }
        return plain;
    }

    private static boolean isByColumn(Table table) {
        return table.policies().stream()
                .filter(policy -> policy.covers("SELECT"))
                .map(Table.Policy::using)
                .allMatch(using -> using.contains("(partner = ANY") && !using.contains("EXISTS"));
    }

    private static long as(Connection opened, String scope, String sql) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('jointdesk.scope', '" + scope + "', true)");
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
