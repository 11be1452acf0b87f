package uk.jointdesk.incident.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** Tickets that turned out to be one. */
@QuarkusTest
class MergesTest extends OverHttp {

    /** TC-35: A (51 minutes) merged into B (26 minutes) makes B 77 and A none. */
    @Test
    void the_survivor_counts_the_work_on_both_and_shows_the_notes_of_both() {
        String a = opened("LBL", "");
        String b = opened("LBL", "");
        note(a, "{\"text\":\"looked at the switch\",\"minutes\":30}").then().statusCode(201);
        note(a, "{\"text\":\"rang the supplier\",\"minutes\":21,\"visibility\":\"INTERNAL\"}");
        note(b, "{\"text\":\"replaced the cable\",\"minutes\":26}").then().body("minutes", equalTo(26));
        effort(Tokens.desk(), a).then().body("minutes", equalTo(51));
        merge(Tokens.desk(), a, b)
                .then()
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("mergedInto", equalTo(b));
        effort(Tokens.desk(), b)
                .then()
                .body("minutes", equalTo(77))
                .body("parts.ticket", contains(a, b))
                .body("parts.minutes", contains(51, 26));
        effort(Tokens.desk(), a).then().body("minutes", equalTo(0)).body("countedOn", equalTo(b));
        as(Tokens.desk())
                .get("/api/v1/tickets/" + b + "/timeline")
                .then()
                .body("items.text", hasItem("rang the supplier"))
                .body("items.find { it.text == 'looked at the switch' }.ticket", equalTo(a));
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + b + "/timeline")
                .then()
                .body("items.text", hasItem("looked at the switch"))
                .body("items.text", not(hasItem("rang the supplier")));
    }

    @Test
    void a_merge_that_is_taken_back_gives_each_ticket_its_own_again() {
        String a = opened("LBL", "");
        String b = opened("LBL", "");
        note(a, "{\"text\":\"x\",\"minutes\":5}");
        merge(Tokens.desk(), a, b).then().statusCode(200);
        String merged = as(Tokens.desk())
                .get("/api/v1/tickets/" + a + "/timeline")
                .path("items.find { it.event == 'MERGED' }.id");
        as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body("{\"supersedes\":\"" + merged + "\",\"reason\":\"two faults after all\"}")
                .post("/api/v1/tickets/" + a + "/corrections")
                .then()
                .statusCode(200)
                .body("status", equalTo("NEW"));
        effort(Tokens.desk(), a).then().body("minutes", equalTo(5));
        effort(Tokens.desk(), b).then().body("minutes", equalTo(0));
    }

    @Test
    void chains_circles_and_dead_ends_are_refused() {
        String a = opened("LBL", "");
        String b = opened("LBL", "");
        String c = opened("LBL", "");
        merge(Tokens.desk(), a, a).then().statusCode(422).body("code", equalTo("into-required"));
        merge(Tokens.desk(), a, b).then().statusCode(200);
        merge(Tokens.desk(), b, a).then().statusCode(409).body("code", equalTo("merge-chain"));
        merge(Tokens.desk(), b, c).then().statusCode(409).body("code", equalTo("merge-chain"));
        merge(Tokens.desk(), c, a).then().statusCode(409).body("code", equalTo("merge-chain"));
        merge(Tokens.desk(), c, b).then().statusCode(200);
        String over = opened("LBL", "");
        transition(Tokens.desk(), over, "{\"to\":\"CANCELLED\"}");
        merge(Tokens.desk(), opened("LBL", ""), over)
                .then()
                .statusCode(409)
                .body("code", equalTo("merge-into-over"))
                .body("errors.pointer", contains("/into"));
    }

    @Test
    void two_tickets_merged_into_each_other_at_once_leave_one() {
        for (int round = 0; round < 5; round++) {
            String a = opened("LBL", "");
            String b = opened("LBL", "");
            var first = CompletableFuture.supplyAsync(
                    () -> merge(Tokens.desk(), a, b).statusCode());
            var second = CompletableFuture.supplyAsync(
                    () -> merge(Tokens.desk(), b, a).statusCode());
            assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void no_council_learns_anothers_reference_by_a_merge() {
        String lewishams = opened("LBL", "");
        String brents = opened("LBB", "");
        merge(Tokens.desk(), lewishams, brents).then().statusCode(422).body("code", equalTo("merge-across-partners"));
        String lewishamsDesk = Tokens.of("lbl-desk", List.of("service-desk"), List.of("LBL"));
        merge(lewishamsDesk, lewishams, brents).then().statusCode(422).body("code", equalTo("ticket-unknown"));
        merge(lewishamsDesk, brents, lewishams).then().statusCode(404);
        effort(Tokens.borough("LBL"), brents).then().statusCode(404);
    }

    @Test
    void only_the_desk_writes_down_how_long_it_worked() {
        String reference = opened("LBL", "");
        as(Tokens.borough("LBL"))
                .contentType(ContentType.JSON)
                .body("{\"text\":\"hurry\",\"minutes\":5}")
                .post("/api/v1/tickets/" + reference + "/notes")
                .then()
                .statusCode(403)
                .body("code", equalTo("note-minutes"));
        note(reference, "{\"text\":\"x\",\"minutes\":0}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/minutes"));
    }

    /** Of any cohort: logged = resolved or closed + open + merged + cancelled. */
    @Test
    void what_was_logged_is_resolved_open_merged_or_cancelled() {
        String queue = unique("cohort");
        List<String> references = IntStream.range(0, 9)
                .mapToObj(any -> opened("LBL", "\"queue\":\"" + queue + "\""))
                .toList();
        merge(Tokens.desk(), references.get(0), references.get(8)).then().statusCode(200);
        merge(Tokens.desk(), references.get(1), references.get(8)).then().statusCode(200);
        transition(Tokens.desk(), references.get(2), "{\"to\":\"CANCELLED\"}");
        transition(Tokens.desk(), references.get(3), "{\"to\":\"RESOLVED\"}");
        transition(Tokens.desk(), references.get(4), "{\"to\":\"RESOLVED\"}");
        transition(Tokens.desk(), references.get(4), "{\"to\":\"CLOSED\"}");
        transition(Tokens.desk(), references.get(5), "{\"to\":\"RESOLVED\"}");
        transition(Tokens.desk(), references.get(5), "{\"to\":\"IN_PROGRESS\"}");
        assertThat(count(queue, "")).isEqualTo(9);
        assertThat(count(queue, "&status=MERGED")).isEqualTo(2);
        assertThat(count(queue, "&status=CANCELLED")).isEqualTo(1);
        assertThat(count(queue, "&status=RESOLVED,CLOSED")).isEqualTo(2);
        assertThat(count(queue, "&status=NEW,ASSIGNED,IN_PROGRESS,ON_HOLD")).isEqualTo(4);
    }

    /** Desks name the survivor by their own reference, and may tell of chains. */
    @Test
    void a_merge_that_a_desk_tells_of_shows_the_notes_too() {
        String stays = unique("IN");
        String goes = unique("IN");
        String desk = Tokens.integration("hornbill-lbl", "LBL");
        imported(desk, "hornbill-lbl", """
                {"reference":"%1$s","event":"LOGGED","at":"2021-06-07T08:00:00Z","type":"INCIDENT","priority":"P2"}
                {"reference":"%2$s","event":"LOGGED","at":"2021-06-07T08:00:00Z","type":"INCIDENT","priority":"P2"}
                {"reference":"%2$s","event":"MERGED","into":"%1$s","at":"2021-06-07T09:00:00Z"}""".formatted(stays, goes));
        note(ours(goes), "{\"text\":\"on the one that went\"}").then().statusCode(201);
        as(Tokens.desk())
                .get("/api/v1/tickets/" + ours(stays) + "/timeline")
                .then()
                .body("items.findAll { it.kind == 'NOTE' }", hasSize(1))
                .body("items.text", hasItem("on the one that went"));
    }

    @Test
    void a_merge_told_into_another_councils_ticket_does_nothing_to_that_ticket() {
        String lewishams = opened("LBL", "");
        String goes = unique("IN");
        imported(Tokens.integration("hornbill-lbs", "LBS"), "hornbill-lbs", """
                {"reference":"%1$s","event":"LOGGED","at":"2021-06-07T08:00:00Z","type":"INCIDENT","priority":"P2"}
                {"reference":"%1$s","event":"MERGED","into":"%2$s","at":"2021-06-07T09:00:00Z"}""".formatted(goes, lewishams));
        String southwarks = ours("hornbill-lbs", goes);
        note(southwarks, "{\"text\":\"southwark says\",\"minutes\":7}").then().statusCode(201);
        as(Tokens.desk())
                .get("/api/v1/tickets/" + southwarks)
                .then()
                .body("status", equalTo("MERGED"))
                .body("mergedInto", equalTo(lewishams));
        effort(Tokens.desk(), lewishams).then().body("minutes", equalTo(0)).body("parts", hasSize(0));
        for (String reader : List.of(Tokens.desk(), Tokens.borough("LBL"))) {
            as(reader)
                    .get("/api/v1/tickets/" + lewishams + "/timeline")
                    .then()
                    .body("items.text", not(hasItem("southwark says")));
        }
        merge(Tokens.desk(), lewishams, opened("LBL", "")).then().statusCode(200);
    }

    @Test
    void a_council_does_not_learn_from_the_minutes_that_the_desk_talks_among_itself() {
        String reference = opened("LBL", "");
        note(reference, "{\"text\":\"rang the user\",\"minutes\":10}").then().statusCode(201);
        note(reference, "{\"text\":\"among us\",\"minutes\":5,\"visibility\":\"INTERNAL\"}")
                .then()
                .statusCode(201);
        effort(Tokens.borough("LBL"), reference).then().body("minutes", equalTo(10));
        effort(Tokens.desk(), reference).then().body("minutes", equalTo(15));
    }

    private static String ours(String sourceReference) {
        return ours("hornbill-lbl", sourceReference);
    }

    private static String ours(String source, String sourceReference) {
        return as(Tokens.desk())
                .get("/api/v1/tickets?source=" + source + "&sourceReference=" + sourceReference)
                .path("items[0].reference");
    }

    private static int count(String queue, String more) {
        return as(Tokens.desk())
                .get("/api/v1/tickets?limit=500&queue=" + queue + more)
                .path("items.size()");
    }

    private static Response effort(String token, String reference) {
        return as(token).get("/api/v1/tickets/" + reference + "/effort");
    }

    private static Response merge(String token, String reference, String into) {
        return transition(token, reference, "{\"to\":\"MERGED\",\"into\":\"" + into + "\"}");
    }

    private static Response note(String reference, String body) {
        return as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/tickets/" + reference + "/notes");
    }
}
