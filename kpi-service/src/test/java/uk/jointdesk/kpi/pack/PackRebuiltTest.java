package uk.jointdesk.kpi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import uk.jointdesk.kpi.pack.domain.Seal;
import uk.jointdesk.kpi.suite.DemoRules;
import uk.jointdesk.kpi.suite.Stage;
import uk.jointdesk.kpi.suite.Told;
import uk.jointdesk.testkit.Tokens;

/** A published pack with every section is built again from its cells, whatever has become of the facts and rules since. */
@QuarkusTest
class PackRebuiltTest {

    private static final List<String> FORMS = List.of("json", "html", "csv", "xlsx", "pdf");

    @Inject
    Stage stage;

    @AfterEach
    void asBefore() {
        stage.calendars(DemoRules.CALENDARS);
        stage.play(resolved("RBT-Z", "2042-05-05T09:00:00Z").lines());
    }

    @Test
    void it_is_the_same_to_the_byte_after_later_tickets_corrections_and_a_change_of_calendar() {
        stage.play(month());
        String pack = published();
        Map<String, byte[]> before = forms(pack);
        String resolution = "compliance/P2/LBS/2042-03";
        assertThat(met(pack, resolution)).isEqualTo(1);
        stage.play(later());
        stage.calendars(DemoRules.CALENDARS.replace(
                "\"holidays\":[", "\"holidays\":[{\"date\":\"2042-03-05\",\"name\":\"Late\",\"source\":\"test\"},"));
        stage.play(resolved("RBT-4", "2042-03-20T09:00:00Z").lines());
        assertThat(met(published(), resolution))
                .as("the facts say something else now")
                .isNotEqualTo(1);
        forms(pack).forEach((form, bytes) -> assertThat(bytes).as(form).isEqualTo(before.get(form)));
        assertThat(Packs.json(Tokens.board(), "/" + pack + "/digest").getString("digest"))
                .isEqualTo(Seal.digest(before.get("json")));
    }

    @Test
    void a_validator_of_pdf_ua_finds_nothing_wrong_with_any_section() throws Exception {
        stage.play(month());
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = bytes(published(), "pdf");
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    /** Two P2 tickets of Southwark on a Wednesday: one in time, one not. */
    private static List<String> month() {
        List<String> lines = new ArrayList<>();
        lines.addAll(resolved("RBT-1", "2042-03-05T10:00:00Z").lines());
        lines.addAll(resolved("RBT-2", "2042-03-07T17:00:00Z").lines());
        return lines;
    }

    /** The late one is opened again, the other's resolution is taken back and told anew, and a third comes late. */
    private static List<String> later() {
        List<String> lines = new ArrayList<>();
        lines.add(resolved("RBT-2", "2042-03-07T17:00:00Z")
                .then("REOPENED", "2042-03-10T09:00:00Z")
                .lines()
                .get(2));
        List<String> corrected = resolved("RBT-1", "2042-03-05T10:00:00Z")
                .then("CORRECTED", "2042-03-11T09:00:00Z", "supersedes", "RBT-1-1")
                .then("RESOLVED", "2042-03-11T17:00:00Z")
                .lines();
        lines.addAll(corrected.subList(2, 4));
        lines.addAll(resolved("RBT-3", "2042-03-12T10:00:00Z").lines());
        return lines;
    }

    private static Told resolved(String ticket, String at) {
        String day = at.substring(0, 10);
        boolean march = ticket.equals("RBT-1") || ticket.equals("RBT-2");
        return Told.resolved(ticket, "LBS", "P2", (march ? "2042-03-05" : day) + "T08:00:00Z", at);
    }

    private static String published() {
        String plan = Packs.plan("March 2042", "PUBLIC", Packs.EVERYTHING)
                .replace("\"from\":\"2018-10\",\"to\":\"2018-12\"", "\"from\":\"2042-03\",\"to\":\"2042-03\"")
                .replace(
                        "\"compareFrom\":\"2018-09\",\"compareTo\":\"2018-09\"",
                        "\"compareFrom\":\"2042-02\",\"compareTo\":\"2042-02\"");
        String id = Packs.post(Tokens.performance(), "", plan)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Packs.post(Tokens.performance(), "/" + id + "/review", "{\"to\":\"REVIEW\"}")
                .then()
                .statusCode(200);
        Packs.post(Tokens.board(), "/" + id + "/publication", "").then().statusCode(200);
        return id;
    }

    private static Map<String, byte[]> forms(String pack) {
        Map<String, byte[]> forms = new TreeMap<>();
        FORMS.forEach(form -> forms.put(form, bytes(pack, form)));
        return forms;
    }

    private static byte[] bytes(String pack, String form) {
        return Packs.get(Tokens.board(), "/" + pack + "." + form)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static int met(String pack, String cell) {
        return Packs.json(Tokens.board(), "/" + pack + ".json")
                .getInt("sections.tables.rows.cells.flatten().find { it != null && it.id == '" + cell
                        + "' }.amount.numerator");
    }
}
