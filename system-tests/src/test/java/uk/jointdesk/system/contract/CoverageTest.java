package uk.jointdesk.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the source documents ask for is proved by a test that is there, or the page says why it is not. */
class CoverageTest {

    private static final Pattern ROW = Pattern.compile("[A-Z]{1,2}\\d{1,2}");
    private static final Pattern PROOF = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final String NOT_COVERED = "not covered";

    /** A row of the page: which of the source documents' rows, what it asks for, what became of it, and the proof. */
    private record Row(String id, String asks, String state, String proof) {}

    @ParameterizedTest
    @CsvSource({"coverage.md, 57", "coverage-performance.md, 127", "coverage-finance.md, 35"})
    void every_row_is_there_once_and_is_either_proved_or_explained(String page, int many) throws IOException {
        List<Row> rows = rows(page);
        assertThat(rows).hasSize(many);
        assertThat(rows).extracting(Row::id).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.asks()).isNotBlank();
            assertThat(row.state()).isIn("covered", NOT_COVERED);
            assertThat(
                            row.state().equals(NOT_COVERED)
                                    ? row.proof().length() > 20
                                    : PROOF.matcher(row.proof()).find())
                    .as("%s", row)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"coverage.md", "coverage-performance.md", "coverage-finance.md"})
    void every_test_that_is_named_exists(String page) throws IOException {
        Map<String, List<Path>> sources = Sources.all();
        List<String> missing = new ArrayList<>();
        for (Row row : rows(page)) {
            for (var named : PROOF.matcher(row.proof()).results().toList()) {
                if (!Sources.holdTest(sources.getOrDefault(named.group(1), List.of()), named.group(2))) {
                    missing.add(row.id() + " " + named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Row> rows(String page) throws IOException {
        return Document.named(page).rows().stream()
                .filter(cells -> cells.size() >= 4 && ROW.matcher(cells.get(0)).matches())
                .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
                .toList();
    }
}
