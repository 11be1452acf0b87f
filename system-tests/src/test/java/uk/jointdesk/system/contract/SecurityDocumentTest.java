package uk.jointdesk.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code docs/security.md} calls proved is proved by tests that are there; what does not apply says why; what is
 * not proved stands in its list of gaps.
 */
class SecurityDocumentTest {

    /** A class, or a test of a class; headers and settings are written otherwise. */
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?`");

    private static final Pattern TEST = Pattern.compile("`\\w+(?:Test|IT)(?:\\.\\w+)?`");
    private static final Pattern ITEM = Pattern.compile("API\\d+|V\\d+\\.\\d+");
    private static final Pattern GAP = Pattern.compile("\\bG\\d+\\b");
    private static final Pattern EXEMPT = Pattern.compile("Exempt: .{20,}");
    private static final Pattern NOT_PROVED = Pattern.compile("Not proved: .*\\bG\\d+\\b.*");

    /**
     * A row of one of the two tables.
     *
     * @param id of the item, as its standard writes it
     * @param title as its standard writes it
     * @param rule where the rule lives
     * @param proof tests, or why there are none
     */
    private record Row(String id, String title, String rule, String proof) {

        boolean namesTest() {
            return TEST.matcher(proof).find();
        }

        boolean isExempt() {
            return EXEMPT.matcher(proof).find();
        }

        boolean isAnswered() {
            return namesTest() || isExempt() || NOT_PROVED.matcher(proof).find();
        }
    }

    @Test
    void every_class_and_every_test_that_is_named_exists() throws IOException {
        assertThat(missing(page())).isEmpty();
        assertThat(names(page())).hasSizeGreaterThan(100);
    }

    @Test
    void every_risk_of_the_top_ten_has_a_row() throws IOException {
        assertThat(rows(page()))
                .extracting(Row::id)
                .filteredOn(id -> id.startsWith("API"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10)
                        .mapToObj(risk -> "API" + risk)
                        .toList());
    }

    /** The chapters of ASVS 5.0.0, and how many of their sections ask for something at level 1 or 2. */
    @ParameterizedTest
    @CsvSource({
        "V1, 5", "V2, 4", "V3, 5", "V4, 4", "V5, 4", "V6, 7", "V7, 6", "V8, 4", "V9, 2", "V10, 7", "V11, 6", "V12, 3",
        "V13, 4", "V14, 3", "V15, 3", "V16, 5", "V17, 3"
    })
    void every_section_of_a_chapter_has_a_row_and_the_chapter_is_not_left_open(String chapter, int sections)
            throws IOException {
        List<Row> rows = rows(page()).stream()
                .filter(row -> row.id().startsWith(chapter + "."))
                .toList();
        assertThat(rows).extracting(Row::id).doesNotHaveDuplicates().hasSize(sections);
        assertThat(rows).anyMatch(row -> row.namesTest() || row.isExempt());
    }

    @Test
    void every_row_names_its_tests_or_says_why_there_are_none() throws IOException {
        assertThat(open(page())).isEmpty();
    }

    @Test
    void every_gap_that_a_row_speaks_of_is_in_the_list_and_no_other() throws IOException {
        Set<String> told = gaps(rows(page()).stream().map(Row::proof).toList());
        Set<String> listed = page().rows().stream()
                .map(cells -> cells.get(0))
                .filter(cell -> GAP.matcher(cell).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(told);
    }

    @Test
    void a_page_that_says_too_much_or_too_little_is_noticed() throws IOException {
        Document planted = new Document(List.of(
                "| API1 | a risk | `Door` | `SecurityDocumentTest.no_such_test` |",
                "| API2 | a risk | `NoSuchClass` | `SecurityDocumentTest` |",
                "| V1.1 | a section | | |",
                "| V1.2 | a section | | see there |",
                "| V1.3 | a section | | Exempt: no |",
                "| V1.4 | a section | | Not proved: some day |",
                "| V1.5 | a section | | Not proved: G1 |"));
        assertThat(missing(planted)).containsExactly("`NoSuchClass`", "`SecurityDocumentTest.no_such_test`");
        assertThat(open(planted)).containsExactly("V1.1", "V1.2", "V1.3", "V1.4");
    }

    private static Document page() throws IOException {
        return Document.named("security.md");
    }

    private static List<Row> rows(Document page) {
        return page.rows().stream()
                .filter(cells -> cells.size() >= 4 && ITEM.matcher(cells.get(0)).matches())
                .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
                .toList();
    }

    private static List<String> open(Document page) {
        return rows(page).stream().filter(row -> !row.isAnswered()).map(Row::id).toList();
    }

    private static Set<String> gaps(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> GAP.matcher(text).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Document page) {
        return page.lines().stream()
                .flatMap(line -> NAME.matcher(line).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> missing(Document page) throws IOException {
        Map<String, List<Path>> sources = Sources.all();
        List<String> missing = new ArrayList<>();
        for (String name : names(page)) {
            MatchResult parts = NAME.matcher(name).results().findFirst().orElseThrow();
            List<Path> files = sources.getOrDefault(parts.group(1), List.of());
            boolean there = parts.group(2) == null ? !files.isEmpty() : Sources.holdTest(files, parts.group(2));
            if (!there) {
                missing.add(name);
            }
        }
        return missing;
    }
}
