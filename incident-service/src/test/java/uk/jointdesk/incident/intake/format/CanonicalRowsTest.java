package uk.jointdesk.incident.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.incident.intake.domain.IntakeSource;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.servicelevel.event.EventKind;

class CanonicalRowsTest {

    private static final IntakeSource LEWISHAM = new IntakeSource("hornbill-lbl", "hornbill-lbl", "LBL");

    @Test
    void the_contracts_own_example_is_read() throws RowRefused {
        Fact fact = ndjson("""
                {"source":"hornbill-lbl","reference":"IN0042117","partner":"LBL","event":"LOGGED",\
                "at":"2021-06-07T08:00:00Z","type":"INCIDENT","priority":"P2","title":"VPN drops",\
                "category":"Network/VPN","queue":"Service Desk"}""");
        assertThat(fact.kind()).isEqualTo(EventKind.LOGGED);
        assertThat(fact.reference()).isEqualTo("IN0042117");
        assertThat(fact.at()).isEqualTo(Instant.parse("2021-06-07T08:00:00Z"));
        assertThat(fact.said().priority()).isEqualTo("P2");
        assertThat(fact.said().queue()).isEqualTo("Service Desk");
        assertThat(fact.detail().title()).isEqualTo("VPN drops");
        assertThat(fact.snapshot()).isFalse();
    }

    @Test
    void a_logged_ticket_is_the_desks_own_partners_unless_it_says_otherwise() throws RowRefused {
        assertThat(ndjson(row("LOGGED", "")).said().partner()).isEqualTo("LBL");
        assertThat(ndjson(row("LOGGED", ",\"partner\":\"LH\"")).said().partner())
                .isEqualTo("LH");
        assertThat(ndjson(row("STARTED", "")).said().partner()).isNull();
    }

    @Test
    void fields_we_do_not_know_yet_are_passed_over() throws RowRefused {
        assertThat(ndjson(row("STARTED", ",\"mood\":{\"of\":\"caller\"}")).kind())
                .isEqualTo(EventKind.STARTED);
    }

    @Test
    void a_csv_says_the_same_as_json() throws RowRefused {
        Fact csv = RowFormat.CSV
                .reader(LEWISHAM, "at,event,reference,priority,title")
                .read("2021-06-07T08:00:00Z,PRIORITY_CHANGED,IN1,P1,\"down, all of it\"")
                .get(0);
        Fact json = ndjson(row("PRIORITY_CHANGED", ",\"priority\":\"P1\",\"title\":\"down, all of it\""));
        assertThat(csv.id()).isEqualTo(json.id());
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"reference\":\"IN1\"                                                    | json-malformed",
                "[1,2]                                                                     | json-not-an-object",
                "{\"reference\":\"a\",\"reference\":\"b\"}                                 | json-malformed",
                "{\"reference\":\"IN1\",\"at\":\"2021-06-07T08:00:00Z\"}                   | field-missing",
                "{\"event\":\"LOGGED\",\"at\":\"2021-06-07T08:00:00Z\"}                    | field-missing",
                "{\"reference\":\"IN1\",\"event\":\"EXPLODED\",\"at\":\"2021-06-07T08:00:00Z\"} | event-unknown",
                "{\"reference\":\"IN1\",\"event\":\"LOGGED\",\"at\":\"2021-03-28T01:30:00\"} | time-imaginary",
                "{\"reference\":\"IN1\",\"event\":\"LOGGED\",\"at\":\"2021-06-07T08:00:00Z\",\"priority\":2} | field-invalid",
                "{\"reference\":\"IN1\",\"event\":\"LOGGED\",\"at\":\"2021-06-07T08:00:00Z\",\"priority\":\"P9\"} | field-invalid",
                "{\"reference\":\"IN1\",\"event\":\"ON_HOLD\",\"at\":\"2021-06-07T08:00:00Z\"} | field-missing",
                "{\"reference\":\"IN1\",\"event\":\"RATED\",\"at\":\"2021-06-07T08:00:00Z\"} | field-missing",
                "{\"reference\":\"IN1\",\"event\":\"RATED\",\"rating\":6,\"at\":\"2021-06-07T08:00:00Z\"} | field-invalid",
                "{\"reference\":\"IN1\",\"event\":\"LOGGED\",\"source\":\"hornbill-lbb\",\"at\":\"2021-06-07T08:00:00Z\"} | source-mismatch"
            })
    void a_bad_row_is_refused_by_name(String row, String code) {
        assertThat(codeOf(row)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"reference\":\"IN1\",\"at\":nonsense}    | /at",
                "{\"reference\":\"a\",\"reference\":\"b\"} | /reference",
                "{\"reference\":\"IN1\"                     |",
                "nonsense                                  |"
            })
    void what_is_wrong_with_a_row_is_said_in_our_own_words(String row, String pointer) throws RowRefused {
        try {
            throw new AssertionError("taken: " + ndjson(row));
        } catch (RowRefused refused) {
            assertThat(refused.getMessage())
                    .matches("is not well-formed JSON, or names a field twice, at character \\d+");
            if (pointer != null) {
                assertThat(refused.pointer()).isEqualTo(pointer);
            }
        }
    }

    @Test
    void a_csv_row_with_the_wrong_number_of_columns_is_refused() throws RowRefused {
        RowFormat.Reader csv = RowFormat.CSV.reader(LEWISHAM, "at,event,reference");
        assertThat(refusal(csv, "2021-06-07T08:00:00Z,LOGGED")).isEqualTo("columns-wrong");
        assertThat(refusal(csv, "2021-06-07T08:00:00Z,LOGGED,IN1,more")).isEqualTo("columns-wrong");
        assertThat(refusal(csv, "2021-06-07T08:00:00Z,LOGGED,\"IN1\"x")).isEqualTo("csv-malformed");
    }

    @Test
    void a_header_without_a_needed_column_is_refused() {
        try {
            RowFormat.CSV.reader(LEWISHAM, "at,reference");
            throw new AssertionError("the header was taken");
        } catch (RowRefused refused) {
            assertThat(refused.code()).isEqualTo("header-column-missing");
            assertThat(refused.pointer()).isEqualTo("/event");
        }
    }

    private static String row(String event, String more) {
        return "{\"reference\":\"IN1\",\"event\":\"%s\",\"at\":\"2021-06-07T08:00:00Z\"%s}".formatted(event, more);
    }

    private static Fact ndjson(String row) throws RowRefused {
        return RowFormat.NDJSON.reader(LEWISHAM, null).read(row).get(0);
    }

    private static String codeOf(String row) {
        try {
            return refusal(RowFormat.NDJSON.reader(LEWISHAM, null), row);
        } catch (RowRefused unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static String refusal(RowFormat.Reader reader, String row) {
        try {
            return "taken: " + reader.read(row);
        } catch (RowRefused refused) {
            return refused.code();
        }
    }
}
