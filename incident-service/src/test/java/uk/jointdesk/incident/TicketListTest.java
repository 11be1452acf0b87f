package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class TicketListTest extends OverHttp {

    @Test
    void pages_go_on_where_the_last_one_ended_whatever_came_in_since() {
        String queue = unique("queue");
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            references.add(
                    0,
                    opened(
                            "LBL",
                            "\"queue\":\"" + queue + "\",\"loggedAt\":\"2021-06-0" + (i / 2 + 1) + "T08:00:00Z\""));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = as(Tokens.desk())
                    .get("/api/v1/tickets?limit=3&queue=" + queue + cursor)
                    .jsonPath();
            seen.addAll(page.getList("items.reference"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
            opened("LBL", "\"queue\":\"" + queue + "\"");
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(references);
    }

    @Test
    void every_filter_narrows_the_list() {
        String queue = unique("queue");
        String old = opened(
                "LBL",
                "\"queue\":\"%s\",\"category\":\"Network\",\"loggedAt\":\"2021-06-07T08:00:00Z\"".formatted(queue));
        String young = opened("LBB", "\"queue\":\"%s\",\"description\":\"50%% of it\"".formatted(queue));
        transition(Tokens.desk(), old, "{\"to\":\"RESOLVED\",\"at\":\"2021-06-08T09:00:00Z\"}")
                .then()
                .statusCode(200);

        list(queue, "partner=LBB").body("items.reference", contains(young));
        list(queue, "partner=UNATTRIBUTED").body("items.size()", equalTo(0));
        list(queue, "status=RESOLVED,CLOSED").body("items.reference", contains(old));
        list(queue, "priority=P1").body("items.size()", equalTo(0));
        list(queue, "type=INCIDENT").body("items.size()", equalTo(2));
        list(queue, "category=Network").body("items.reference", contains(old));
        list(queue, "loggedTo=2021-06-07").body("items.reference", contains(old));
        list(queue, "loggedTo=2021-06-07T08:00:00Z").body("items.size()", equalTo(0));
        list(queue, "loggedFrom=2021-06-08").body("items.reference", contains(young));
        list(queue, "resolvedFrom=2021-06-08&resolvedTo=2021-06-08").body("items.reference", contains(old));
        list(queue, "q=50% of").body("items.reference", contains(young));
        list(queue, "q=" + old.toLowerCase(java.util.Locale.ROOT)).body("items.reference", contains(old));
        list(queue, "olderThanDays=30").body("items.size()", equalTo(0));
    }

    @Test
    void old_open_tickets_are_found_by_their_age() {
        String queue = unique("queue");
        String aged = opened("LBL", "\"queue\":\"" + queue + "\",\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        opened("LBL", "\"queue\":\"" + queue + "\"");
        list(queue, "olderThanDays=30").body("items.reference", contains(aged));
    }

    @Test
    void what_is_due_first_comes_first_and_what_waits_comes_last() {
        String queue = unique("queue");
        String waiting =
                opened("LBL", "\"queue\":\"" + queue + "\",\"status\":\"ON_HOLD\",\"reason\":\"AWAITING_USER\"");
        String later = opened("LBL", "\"queue\":\"" + queue + "\",\"loggedAt\":\"2021-06-09T08:00:00Z\"");
        String sooner = opened("LBL", "\"queue\":\"" + queue + "\",\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        list(queue, "sort=dueAt").body("items.reference", contains(sooner, later, waiting));
        String next = as(Tokens.desk())
                .get("/api/v1/tickets?limit=2&sort=dueAt&queue=" + queue)
                .path("next");
        list(queue, "sort=dueAt&cursor=" + next).body("items.reference", contains(waiting));
    }

    @Test
    void a_breached_ticket_is_listed_as_the_clock_judges_it() {
        String queue = unique("queue");
        String breached = opened("LBL", "\"queue\":\"" + queue + "\",\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        String running = opened("LBL", "\"queue\":\"" + queue + "\"");
        list(queue, "breached=true").body("items.reference", contains(breached));
        list(queue, "breached=false").body("items.reference", contains(running));
        for (String reference : List.of(breached, running)) {
            String judged = as(Tokens.desk())
                    .get("/api/v1/tickets/" + reference + "/sla")
                    .path("state");
            as(Tokens.desk()).get("/api/v1/tickets/" + reference).then().body("sla.state", equalTo(judged));
        }
    }

    @Test
    void a_filter_that_cannot_be_meant_is_refused() {
        for (String query : List.of(
                "status=ASLEEP",
                "priority=P9",
                "loggedFrom=soon",
                "olderThanDays=-1",
                "breached=maybe",
                "sort=title")) {
            as(Tokens.desk())
                    .get("/api/v1/tickets?" + query)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("parameter-invalid"))
                    .body("errors[0].pointer", equalTo("query:" + query.substring(0, query.indexOf('='))));
        }
        as(Tokens.desk()).get("/api/v1/tickets?limit=501").then().statusCode(400);
        as(Tokens.desk())
                .get("/api/v1/tickets?cursor=nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x' or '1'='1",
                "x'; delete from ticket; --",
                "' union select * from ticket --",
                "\\' or true --",
                ":partner",
                "%"
            })
    void a_filter_is_a_value_and_never_a_part_of_the_question(String value) {
        String there = opened("LBL", "\"category\":\"O'Brien's\"");
        for (String filter : List.of("queue", "category", "source", "sourceReference", "assignee")) {
            as(Tokens.desk())
                    .queryParam(filter, value)
                    .get("/api/v1/tickets")
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(0));
        }
        List<String> partners = as(Tokens.borough("LBL"))
                .queryParam("q", value)
                .get("/api/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .path("items.partner");
        assertThat(partners).isSubsetOf("LBL", "LH");
        as(Tokens.desk())
                .queryParam("category", "O'Brien's")
                .get("/api/v1/tickets?limit=500")
                .then()
                .body("items.reference", hasItem(there));
    }

    private static ValidatableResponse list(String queue, String query) {
        return as(Tokens.desk())
                .get("/api/v1/tickets?queue=" + queue + "&" + query)
                .then()
                .statusCode(200);
    }
}
