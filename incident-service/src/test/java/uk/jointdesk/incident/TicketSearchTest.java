package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.testkit.Tokens;

/** Finding a ticket by what it says, also one that lies far down the list. */
@QuarkusTest
class TicketSearchTest extends OverHttp {

    /** More than the first of the list that are looked through one by one. */
    private static final int MANY = 2_100;

    private static final String LONG_AGO = "2016-05-03T08:00:00Z";

    @Test
    void a_word_of_one_old_ticket_is_found_under_thousands_of_newer_ones() {
        thousands();
        String word = unique("Zephyr");
        String reference = old(word, "LBL");
        assertThat(found(Tokens.desk(), word)).containsExactly(reference);
        assertThat(found(Tokens.borough("LBL"), word.toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(reference);
        assertThat(found(Tokens.desk(), word + "&status=RESOLVED")).isEmpty();
        assertThat(found(Tokens.desk(), word + "&sort=dueAt")).containsExactly(reference);
        assertThat(found(Tokens.desk(), reference)).containsExactly(reference);
        assertThat(found(Tokens.desk(), "no ticket says this")).isEmpty();
    }

    @Test
    void another_council_does_not_find_it() {
        thousands();
        String word = unique("Mistral");
        old(word, "LBL");
        assertThat(found(Tokens.borough("LBB"), word)).isEmpty();
    }

    @Test
    void what_a_ticket_says_now_finds_it_and_only_for_who_holds_it_now() {
        thousands();
        String before = unique("Sirocco");
        String after = unique("Bora");
        String reference = old(before, "LBL");
        as(Tokens.desk())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"description\":\"" + after + "\",\"partner\":\"LBB\"}")
                .patch("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200);
        assertThat(found(Tokens.desk(), before)).isEmpty();
        assertThat(found(Tokens.desk(), after)).containsExactly(reference);
        assertThat(found(Tokens.borough("LBB"), after)).containsExactly(reference);
        assertThat(found(Tokens.borough("LBL"), after)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cable, marked Zephyr",
                "ble, marked Zeph",
                "marked ZEPHYR",
                "marked zephyr-%s",
                "able, marked Zephyr-%s (left",
                "%s (left) of",
                "(left) of the naïve",
                "naïve re"
            })
    void several_words_are_found_wherever_the_phrase_stands(String phrase) {
        thousands();
        String mark = unique("m");
        String reference = opened(
                "LBL",
                "\"description\":\"The cable, marked Zephyr-" + mark + " (left) of the naïve reader\",\"loggedAt\":\""
                        + LONG_AGO + "\"");
        assertThat(found(Tokens.borough("LBL"), phrase.formatted(mark))).contains(reference);
        assertThat(found(Tokens.borough("LBL"), phrase.formatted(mark) + "x yz"))
                .isEmpty();
    }

    @Test
    void the_index_of_words_answers_within_a_scope_only() throws SQLException {
        String word = unique("Foehn");
        old(word, "LBL");
        String lookUp = "select count(*) from tickets_mentioning('%" + word + "%', '" + word + "', null)";
        try (Connection nobody = Database.asTheService();
                Connection brent = Database.asTheService("LBB");
                Connection lewisham = Database.asTheService("LBL");
                Connection everybody = Database.asTheService("*")) {
            assertThat(Database.number(nobody, lookUp)).isZero();
            assertThat(Database.number(brent, lookUp)).isZero();
            assertThat(Database.number(lewisham, lookUp)).isEqualTo(1);
            assertThat(Database.number(everybody, lookUp)).isEqualTo(1);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Database.number(everybody, "select count(*) from ticket_text"))
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void words_that_thousands_of_tickets_had_long_ago_fill_a_page_with_the_latest_of_these() {
        thousands();
        String word = unique("Levante");
        String rows = IntStream.range(0, MANY)
                .mapToObj(n -> """
                {"reference":"%1$s-%2$d","partner":"LBL","event":"LOGGED","at":"2016-05-03T%3$tH:%3$tM:%3$tSZ","type":"INCIDENT","priority":"P3","title":"Wind %1$s of spring"}""".formatted(word, n, LocalTime.of(8, 0).plusSeconds(n)))
                .collect(Collectors.joining("\n"));
        imported(Tokens.integration("hornbill-lbl", "LBL"), "hornbill-lbl", rows);
        List<String> sources = as(Tokens.borough("LBL"))
                .get("/api/v1/tickets?limit=3&q=wind " + word)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.source.reference");
        assertThat(sources).containsExactly(word + "-2099", word + "-2098", word + "-2097");
        assertThat(found(Tokens.borough("LBB"), "wind " + word)).isEmpty();
    }

    @Test
    void no_policy_lets_the_planner_guess_that_the_desk_sees_one_row_in_two_hundred() throws SQLException {
        try (Connection service = Database.asTheService("*")) {
            assertThat(
                            Database.number(
                                    service,
                                    "select count(*) from pg_policies where qual like '((current_setting(%'"
                                            + " and qual like '%OR (partner = ANY (string_to_array(%' and qual not like '%EXISTS%'"))
                    .isZero();
        }
    }

    private static String old(String word, String partner) {
        return opened(partner, "\"description\":\"about " + word + "\",\"loggedAt\":\"" + LONG_AGO + "\"");
    }

    /** Newer tickets of Lewisham that say nothing of interest. */
    private static void thousands() {
        String rows = IntStream.range(0, MANY).mapToObj("""
                {"reference":"many-%d","partner":"LBL","event":"LOGGED","at":"2021-06-07T08:00:00Z","type":"INCIDENT","priority":"P3","title":"Nothing of interest"}"""::formatted).collect(Collectors.joining("\n"));
        imported(Tokens.integration("hornbill-lbl", "LBL"), "hornbill-lbl", rows);
    }

    private static List<String> found(String token, String query) {
        return as(token)
                .get("/api/v1/tickets?q=" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.reference");
    }
}
