package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class ImportsTest extends ServiceTest {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String YEAR = "2042-43";
    private static final String WITH_IDS =
            "\"lineId\":[\"Line\"],\"date\":[\"Date\"],\"net\":[\"Net\"],\"vat\":[\"VAT\"],\"supplier\":[\"Supplier\"],"
                    + "\"costCentre\":[\"CC\"],\"expense\":[\"Type\"],\"description\":[\"Text\"]";
    private static final String CODES = Extracts.codes(
            "{\"costCentre\":\"IT1\",\"budgetLine\":\"BASE\",\"coding\":{\"costCentre\":\"ICT\",\"project\":\"MOVE\"}}",
            "{\"costCentre\":\"IT1\",\"expense\":\"TRAVEL\",\"budgetLine\":\"OWN\",\"partner\":\"LBL\"}",
            "{\"costCentre\":\"OLD\",\"budgetLine\":\"GONE\"}");
    private static final String HEADER = "Line,Date,Net,VAT,Supplier,CC,Type,Text";

    @Inject
    ScopedDb db;

    private String name;
    private String source;

    @BeforeEach
    void a_profile_of_its_own_and_the_year_open() {
        name = "P" + NAMES.incrementAndGet();
        source = name.toLowerCase(java.util.Locale.ROOT) + "-source";
        if (board().get("/api/v1/budgets/" + YEAR).statusCode() == 404) {
            budgetOf(YEAR);
            line(YEAR, "BASE", "BASE", "1000.00", "STS-BASE").statusCode(201);
            line(YEAR, "OWN", "NON_SHARED", "0.00", null).statusCode(201);
        }
        Extracts.profile(name, source, WITH_IDS, CODES);
    }

    @Test
    void payments_are_posted_with_their_vat_and_their_codes_and_a_credit_note_takes_back() {
        JsonPath job = Extracts.taken(
                "profile=" + name,
                HEADER,
                name + "-1,01/05/2042,100.00,20.00,Cables & Co,IT1,HW,Cables",
                name + "-2,02/05/2042,(30.00),-6.00,Cables & Co,IT1,HW,Returned",
                name + "-3,03/05/2042,\"1,250.50\",0,Rail,it1,travel,Fares");
        assertThat(job.getString("status")).isEqualTo("COMPLETED");
        assertThat(job.getInt("accepted")).isEqualTo(3);
        assertThat(job.getString("sums.accepted.amount")).isEqualTo("1320.50");
        assertThat(Extracts.errors(job)).isEmpty();
        assertThat(posted())
                .containsExactly(
                        "EXPENDITURE BASE 10000 ICT MOVE Cables & Co: Cables",
                        "CREDITORS -12000 Cables & Co: Cables",
                        "VAT 2000 Cables & Co: Cables",
                        "EXPENDITURE BASE -3000 ICT MOVE Cables & Co: Returned",
                        "CREDITORS 3600 Cables & Co: Returned",
                        "VAT -600 Cables & Co: Returned",
                        "EXPENDITURE OWN LBL 125050 Rail: Fares",
                        "CREDITORS -125050 Rail: Fares");
    }

    @Test
    void the_same_or_an_overlapping_file_posts_only_what_is_new() {
        String first = name + "-1,01/05/2042,1.00,,A,IT1,,";
        String second = name + "-2,01/05/2042,2.00,,A,IT1,,";
        String third = name + "-3,01/05/2042,3.00,,A,IT1,,";
        assertThat(counts(Extracts.taken("profile=" + name, HEADER, first, second)))
                .isEqualTo("2 2 0 0 0");
        assertThat(counts(Extracts.taken("profile=" + name, HEADER, first, second)))
                .isEqualTo("2 0 0 2 0");
        JsonPath overlap = Extracts.taken("profile=" + name, HEADER, third, second, third);
        assertThat(counts(overlap)).isEqualTo("3 1 0 2 0");
        assertThat(overlap.getString("sums.duplicates.amount")).isEqualTo("5.00");
        assertThat(posted()).hasSize(6);
    }

    @Test
    void a_line_that_comes_again_saying_something_else_is_an_error_and_no_duplicate() {
        Extracts.taken("profile=" + name, HEADER, name + "-1,01/05/2042,1.00,,A,IT1,,");
        JsonPath again = Extracts.taken("profile=" + name, HEADER, name + "-1,01/05/2042,1.01,,A,IT1,,");
        assertThat(counts(again)).isEqualTo("1 0 0 0 1");
        assertThat(Extracts.errors(again)).containsExactly("1 line-changed /lineId");
    }

    @Test
    void lines_without_an_id_are_known_by_what_they_say_and_two_equal_ones_stay_two() {
        String digests = name + "D";
        Extracts.profile(
                digests,
                source,
                "\"net\":[\"Total\",\"Amount\"],\"supplier\":[\"Supplier Name\"]",
                Extracts.codes("{\"budgetLine\":\"BASE\"}") + ",\"totals\":[\"Grand Total\"]");
        String query = "profile=" + digests + "&date=2042-06-30";
        JsonPath first = Extracts.taken(
                query,
                " Sum of Amount ,",
                " Supplier Name , Total ",
                "Alpha,10.00",
                "Alpha,10.00",
                "\"Beta, Ltd\",£5.5",
                ",",
                "Grand Total,30.50");
        assertThat(counts(first)).isEqualTo("3 3 0 0 0");
        assertThat(first.getString("sums.stated.amount")).isEqualTo("30.50");
        assertThat(first.getString("sums.missing.amount")).isEqualTo("5.00");
        JsonPath longer = Extracts.taken(
                query, "Amount,Supplier Name", "10,Alpha", "10.0, Alpha", "10.00,Alpha", "5.50,\"Beta, Ltd\"");
        assertThat(counts(longer)).isEqualTo("4 1 0 3 0");
        assertThat(counts(Extracts.taken(
                        "profile=" + digests + "&date=2042-07-31", "Supplier Name,Total", "Alpha,10.00")))
                .as("the same payment a month later is another one")
                .isEqualTo("1 1 0 0 0");
    }

    @Test
    void a_bad_row_is_reported_and_the_others_go_in() {
        JsonPath job = Extracts.taken(
                "profile=" + name,
                "An extract",
                HEADER,
                name + "-1,01/05/2042,1.00,,A,IT1,,",
                name + "-2,31/02/2042,1.00,,A,IT1,,",
                name + "-3,01/05/2042,1.005,,A,IT1,,",
                name + "-4,01/05/2042,0.00,,A,IT1,,",
                name + "-5,01/05/2140,1.00,,A,IT1,,",
                name + "-6,01/05/2042,1.00",
                ",01/05/2042,1.00,,A,IT1,,",
                name + "-8,01/05/2042,1.00,,\"A,IT1,,",
                name + "-9,01/05/2042,,,A,IT1,,",
                name + "-10,01/05/2042,1.00,,A,IT1,,");
        assertThat(counts(job)).isEqualTo("10 2 0 0 8");
        assertThat(Extracts.errors(job))
                .containsExactly(
                        "2 date-malformed /date",
                        "3 amount-malformed /net",
                        "4 amount-zero /net",
                        "5 financial-year-unknown /date",
                        "6 columns-wrong null",
                        "7 field-missing /lineId",
                        "8 quote-unclosed null",
                        "9 field-missing /net");
        String errors = "/api/v1/postings/imports/" + job.getString("id") + "/errors?limit=1";
        String next = board().get(errors)
                .then()
                .body("items[0].line", is(4))
                .extract()
                .path("next");
        board().get(errors + "&cursor=" + next).then().body("items[0].row", is(3));
    }

    @Test
    void bodies_may_be_packed_and_in_the_characters_of_a_spreadsheet() throws IOException {
        String body = String.join("\r\n", HEADER, name + "-1,01/05/2042,£7.00,,Café,IT1,,");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body.getBytes(Charset.forName("windows-1252")));
        }
        assertThat(counts(Extracts.taken("profile=" + name, packed.toByteArray())))
                .isEqualTo("1 1 0 0 0");
        assertThat(posted()).first().asString().endsWith("Café");
        byte[] marked = ("\ufeff" + body.replace("-1,", "-2,")).getBytes(StandardCharsets.UTF_16LE);
        assertThat(counts(Extracts.taken("profile=" + name, marked))).isEqualTo("1 1 0 0 0");
    }

    @Test
    void a_body_without_the_columns_fails_and_says_so() {
        JsonPath job = Extracts.taken("profile=" + name, "Line,Date", "1,01/05/2042");
        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(job.getString("failure.code")).isEqualTo("header-missing");
    }

    @ParameterizedTest
    @CsvSource({"profile=NONE, profile-unknown", "format=xml&profile=P1, format-unknown"})
    void what_cannot_be_an_import_is_refused(String query, String code) {
        as(Tokens.finance())
                .contentType("text/csv")
                .body("x")
                .post("/api/v1/postings/imports?" + query)
                .then()
                .statusCode(422)
                .body("code", is(code));
    }

    @Test
    void a_profile_without_dates_wants_one() {
        Extracts.profile(name + "X", source, "\"gross\":[\"G\"]", Extracts.codes());
        Extracts.send("profile=" + name + "X", new byte[0]).statusCode(422).body("code", is("date-missing"));
    }

    @Test
    void a_profile_has_versions_and_a_bad_one_is_refused() {
        String path = "/api/v1/import-profiles/" + name;
        String next =
                "{\"title\":\"T2\",\"source\":\"%s\",\"columns\":{\"net\":[\"N\"]},\"codes\":[]}".formatted(source);
        finance().body(next).put(path).then().statusCode(428);
        finance()
                .header("If-Match", "\"1\"")
                .body(next)
                .put(path)
                .then()
                .statusCode(200)
                .body("version", is(2));
        finance().header("If-Match", "\"1\"").body(next).put(path).then().statusCode(412);
        board().get(path + "/versions")
                .then()
                .body("items.version", contains(1, 2))
                .body("items[1].profile.title", is("T2"));
        board().get("/api/v1/import-profiles")
                .then()
                .body("items.find { it.name == '%s' }.version".formatted(name), is(2));
        board().get("/api/v1/import-profiles/NOT-THERE").then().statusCode(404);
        post("import-profiles", Extracts.body(name, source, "\"net\":[\"N\"]", ",\"codes\":[]"))
                .statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"supplier\":[\"S\"] | ,\"codes\":[] | profile-without-amount | /columns/net",
                "\"net\":[\"N\"] | ,\"codes\":[],\"credit\":\"VAT\" | credit-account-unfit | /credit",
                "\"net\":[\"N\"],\"payeeType\":[\"K\"] | ,\"codes\":[] | natural-persons-unclear | /naturalPersons",
                "\"net\":[\"N\"] | ,\"codes\":[],\"dateFormats\":[\"bb\"] | date-format-malformed | /dateFormats",
                "\"net\":[\"N\"] | ,\"codes\":[{\"budgetLine\":\"BASE\",\"account\":\"CASH\"}] | account-not-a-cost | /codes/0/account",
                "\"net\":[\"N\"] | ,\"codes\":[{\"budgetLine\":\"BASE\",\"partner\":\"XX\"}] | partner-unknown | /codes"
            })
    void a_profile_that_makes_no_sense_is_pointed_at(String columns, String more, String code, String pointer) {
        post("import-profiles", Extracts.body("BAD-1", source, columns, more))
                .statusCode(422)
                .body("code", is(code))
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postings/imports", "import-profiles", "suspense"})
    void imports_are_for_those_who_keep_the_books(String path) {
        for (String token : List.of(Tokens.finance(), Tokens.board(), Tokens.auditor(), Tokens.suite())) {
            as(token).get("/api/v1/" + path).then().statusCode(200).body("items", notNullValue());
        }
        for (String token : List.of(Tokens.borough("LBL"), Tokens.desk(), Tokens.admin())) {
            as(token).get("/api/v1/" + path).then().statusCode(403);
        }
        String narrow = Tokens.of("narrow", List.of("finance-officer"), List.of("LBL"));
        as(narrow).get("/api/v1/" + path).then().statusCode(403).body("code", is("scope-too-narrow"));
    }

    @Test
    void an_unknown_import_is_not_there() {
        board().get("/api/v1/postings/imports/" + UUID.randomUUID()).then().statusCode(404);
        as(Tokens.board())
                .contentType("text/csv")
                .body("x")
                .post("/api/v1/postings/imports?profile=" + name)
                .then()
                .statusCode(403);
    }

    /** The ledger's lines that came from this test's source, in order. */
    private List<String> posted() {
        return db.as(PartnerScope.ALL)
                .read(h -> h.createQuery("select concat_ws(' ', p.account, p.budget_line, p.partner,"
                                + " p.amount_pence, p.cost_centre, p.subjective, p.project, j.description)"
                                + " from posting p join journal j on j.id = p.journal where j.source = :source"
                                + " order by j.entered, p.line")
                        .bind("source", source)
                        .mapTo(String.class)
                        .list());
    }

    private static String counts(JsonPath job) {
        return "%d %d %d %d %d"
                .formatted(
                        job.getInt("rowsRead"),
                        job.getInt("accepted"),
                        job.getInt("suspense"),
                        job.getInt("duplicates"),
                        job.getInt("rejected"));
    }
}
