package uk.jointdesk.system.isolation.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.OnSuite;

/**
 * Breaks every row fence of a running suite, one at a time, and looks whether {@link RowFence} says so. Each break and
 * its proof are one transaction that is rolled back: nobody else ever sees the fence open, and nothing has to be mended
 * should this be killed. Not part of a build: {@code scripts/fence-mutations} runs it.
 */
@OnSuite
class FenceMutations {

    private static final Path REPORT = Path.of("target", "fence-mutations.md");

    /** What became of a mutation. */
    private enum Fate {
        KILLED,
        SURVIVED,
        EQUIVALENT
    }

    private record Outcome(Database database, Mutation mutation, Fate fate, String told) {

        String row() {
            String last = told.replace('|', '/').replaceAll("\\s+", " ");
            return "| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(database, mutation.table(), mutation.policy(), mutation.what(), fate, last);
        }
    }

    @Test
    void no_fence_can_be_broken_without_being_noticed(Suite suite) throws SQLException, IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Database database : Database.of(suite)) {
            Trial trial = Trial.of(database);
            for (Table table : trial.fenced()) {
                assertThat(trial.breaches(table))
                        .as("%s unbroken", table.name())
                        .isEmpty();
                for (Mutation mutation : Mutation.of(table, database.role())) {
                    outcomes.add(outcome(database, trial, table, mutation));
                }
            }
        }
        write(outcomes);
        assertThat(outcomes).hasSizeGreaterThan(300);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.fate() == Fate.SURVIVED)
                .as("see %s", REPORT.toAbsolutePath())
                .isEmpty();
    }

    private static Outcome outcome(Database database, Trial trial, Table table, Mutation mutation) throws SQLException {
        List<String> breaches = trial.breaches(table, mutation.sql());
        if (!breaches.isEmpty()) {
            return new Outcome(database, mutation, Fate.KILLED, breaches.get(0));
        }
        String reason = mutation.equivalent();
        return new Outcome(database, mutation, reason.isEmpty() ? Fate.SURVIVED : Fate.EQUIVALENT, reason);
    }

    private static void write(List<Outcome> outcomes) throws IOException {
        StringBuilder page = new StringBuilder("# Broken row fences\n\n");
        for (Fate fate : Fate.values()) {
            long count =
                    outcomes.stream().filter(outcome -> outcome.fate() == fate).count();
            page.append("- %s: %d%n".formatted(fate, count));
        }
        page.append("\n| database | table | policy | broken how | fate | what gave it away |\n");
        page.append("|---|---|---|---|---|---|\n");
        outcomes.forEach(outcome -> page.append(outcome.row()));
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, page.toString());
    }
}
