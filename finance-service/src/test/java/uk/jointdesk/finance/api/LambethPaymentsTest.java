package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seventeen months of a real council's payments, as it published them, compared with what Python's csv and decimal
 * modules find in the same files. {@code -Dlambeth.directory=} reads other copies, such as those with all names.
 */
@QuarkusTest
class LambethPaymentsTest extends ServiceTest {
    private static final Path DIRECTORY =
            Path.of(System.getProperty("lambeth.directory", "src/test/resources/lambeth"));
    private static final String MONTHLY =
            "\"supplier\":[\"Supplier Name\"]," + "\"net\":[\"Total\",\"Sum of Invoice Nett Amount\"]";
    private static final String DETAILED = "\"supplier\":[\"Supplier Name\"],\"net\":[\"Invoice Nett Amount\"],"
            + "\"date\":[\"Invoice Creation Date\"],\"costCentre\":[\"Department\"],\"expense\":[\"Subj Description\"]";

    /** What the other tool found. */
    record Found(String file, int payments, int refused, String sum, String stated) {
        static Found of(String line) {
            String[] cells = line.split(",", -1);
            return new Found(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3], cells[4]);
        }

        boolean detailed() {
            return file.equals("2012-06-payments.csv");
        }

        String query() {
            return detailed()
                    ? "profile=LAMBETH-DETAILED"
                    : "profile=LAMBETH-MONTHLY&date="
                            + YearMonth.parse(file.substring(0, 7)).atEndOfMonth();
        }
    }

    static List<Found> files() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/lambeth/sums.csv")).stream()
                .skip(1)
                .map(Found::of)
                .toList();
    }

    @BeforeEach
    void the_years_are_open_and_the_profiles_written() {
        if (board().get("/api/v1/import-profiles/LAMBETH-DETAILED").statusCode() == 200) {
            return;
        }
        for (String year : List.of("2010-11", "2011-12", "2012-13")) {
            budgetOf(year);
            line(year, "OTHER-COUNCIL", "NON_SHARED", "0.00", null).statusCode(201);
        }
        String line = "\"budgetLine\":\"OTHER-COUNCIL\",\"partner\":\"LGA\"";
        String totals = ",\"totals\":[\"Grand Total\",\"Total\"]";
        Extracts.profile("LAMBETH-MONTHLY", "lambeth", MONTHLY, totals + Extracts.codes("{" + line + "}"));
        Extracts.profile(
                "LAMBETH-DETAILED",
                "lambeth",
                DETAILED,
                totals
                        + ",\"repairs\":[\"DATE_AND_AMOUNT_RUN_TOGETHER\"]"
                        + Extracts.codes(
                                "{\"costCentre\":\"Adults' and Community Services\"," + line + "}",
                                "{\"costCentre\":\"Children and Young People's Service\"," + line + "}",
                                "{\"expense\":\"GRANTS\"," + line + "}"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_file_goes_in_and_comes_to_what_another_tool_adds_up_to(Found file) throws IOException {
        byte[] body = Files.readAllBytes(DIRECTORY.resolve(file.file()));
        JsonPath first = Extracts.taken(file.query(), body);
        assertThat(first.getString("status")).isEqualTo("COMPLETED");
        assertThat(first.getInt("rowsRead")).isEqualTo(file.payments() + file.refused());
        assertThat(first.getInt("accepted") + first.getInt("duplicates")).isEqualTo(file.payments());
        assertThat(first.getInt("rejected")).isEqualTo(file.refused());
        assertThat(sum(first, "accepted").add(sum(first, "duplicates"))).isEqualTo(new BigDecimal(file.sum()));
        if (!file.stated().isEmpty()) {
            assertThat(first.getString("sums.stated.amount")).isEqualTo(file.stated());
            assertThat(sum(first, "missing"))
                    .isEqualTo(new BigDecimal(file.stated()).subtract(new BigDecimal(file.sum())));
        }
        JsonPath again = Extracts.taken(file.query(), body);
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("duplicates")).isEqualTo(file.payments());
        assertThat(sum(again, "duplicates")).isEqualTo(new BigDecimal(file.sum()));
    }

    @Test
    void what_is_missing_from_a_files_own_total_is_in_the_rows_that_are_reported() throws IOException {
        JsonPath job =
                Extracts.taken(files().get(16).query(), Files.readAllBytes(DIRECTORY.resolve("2012-06-payments.csv")));
        assertThat(Extracts.errors(job))
                .containsExactly(
                        "431 columns-wrong null",
                        "432 columns-wrong null",
                        "1034 columns-wrong null",
                        "1372 columns-wrong null",
                        "3156 field-missing /net");
        assertThat(sum(job, "missing"))
                .as("8,755.20 + 24,000.00 + 14,281.40 + 740.00, as those four rows say")
                .isEqualByComparingTo("47776.60");
    }

    @Test
    void departments_that_no_rule_names_wait_in_suspense_with_their_names_kept() throws IOException {
        Extracts.taken(files().get(16).query(), Files.readAllBytes(DIRECTORY.resolve("2012-06-payments.csv")));
        board().queryParam("source", "lambeth")
                .queryParam("costCentre", "Housing, Regeneration and Environment")
                .queryParam("limit", 500)
                .get("/api/v1/suspense")
                .then()
                .statusCode(200)
                .body("items", hasSize(465))
                .body("items.reason", everyItem(is("code-unknown")))
                .body("items[0].expense", notNullValue());
    }

    private static BigDecimal sum(JsonPath job, String of) {
        return new BigDecimal(job.getString("sums." + of + ".amount"));
    }
}
