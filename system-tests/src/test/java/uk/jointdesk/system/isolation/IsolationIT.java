package uk.jointdesk.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.OnSuite;

/** Lewisham sees Lewisham: what is Brent's looks, on every path, like what does not exist. */
@OnSuite
class IsolationIT {

    private static final String IMAGINARY = "LBB-9999999";

    private Api api;
    private Api.Caller lewisham;
    private String brents;

    @BeforeEach
    void find_a_ticket_of_brents(Api given) {
        api = given;
        lewisham = api.as("lbl-client");
        brents = api.as("desk")
                .get("/api/v1/tickets?partner=LBB&limit=1")
                .ok()
                .path("items")
                .path(0)
                .path("reference")
                .asText();
        assertThat(brents).startsWith("LBB-");
    }

    @Test
    void a_ticket_of_another_council_reads_like_one_that_does_not_exist() {
        for (String path : List.of("", "/sla", "/timeline")) {
            Answer foreign = lewisham.get("/api/v1/tickets/" + brents + path);
            Answer imaginary = lewisham.get("/api/v1/tickets/" + IMAGINARY + path);
            assertThat(foreign.isProblem(404)).as("%s", foreign).isTrue();
            assertThat(withoutRequest(foreign)).isEqualTo(withoutRequest(imaginary));
        }
        Answer note = lewisham.post("/api/v1/tickets/" + brents + "/notes", "{\"text\":1}");
        assertThat(note.isProblem(404))
                .as("whose ticket it is comes before the body: %s", note)
                .isTrue();
    }

    @Test
    void lists_hold_lewishams_tickets_only_whatever_is_asked_for() {
        for (String filter : List.of("", "&status=RESOLVED", "&priority=P1", "&q=laptop", "&olderThanDays=30")) {
            JsonNode items =
                    lewisham.get("/api/v1/tickets?limit=500" + filter).ok().path("items");
            assertThat(partners(items)).as(filter).isNotEmpty().isSubsetOf("LBL", "LH");
        }
        assertThat(lewisham.get("/api/v1/tickets?partner=LBB")).matches(answer -> answer.isProblem(404));
        Answer reference = lewisham.get("/api/v1/tickets?source=demo-2018&sourceReference=" + sourceReference());
        assertThat(reference.ok().path("items")).isEmpty();
    }

    @Test
    void figures_name_lewisham_alone_and_no_total_to_subtract_from() {
        for (String figure : List.of("compliance", "volumes")) {
            Answer answer = lewisham.get(
                    "/api/v1/performance/" + figure + "?from=2018-10&to=2018-12&groupBy=priority,partner,period");
            assertThat(partners(answer.ok().path("items"))).as(figure).containsOnly("LBL");
        }
        assertThat(partners(lewisham.get("/api/v1/performance/backlog?at=2018-12-31")
                        .ok()
                        .path("items")))
                .containsOnly("LBL");
    }

    @Test
    void a_drill_into_another_council_finds_nothing() {
        String cell = "/api/v1/performance/drill?priority=P3&from=2018-10&to=2018-10&set=measured&limit=500";
        assertThat(lewisham.get(cell + "&partner=LBB")).matches(answer -> answer.isProblem(404));
        assertThat(partners(lewisham.get(cell).ok().path("items"))).isNotEmpty().isSubsetOf("LBL", "LH");
    }

    @Test
    void contributions_of_another_council_stay_with_it() {
        JsonNode own =
                lewisham.get("/api/v1/contributions?financialYear=2020-21").ok();
        assertThat(own.toString()).contains("LBL").doesNotContain("\"LBB\"").doesNotContain("\"LBS\"");
        assertThat(lewisham.get("/api/v1/contributions?financialYear=2020-21&partner=LBB"))
                .matches(answer -> answer.isProblem(404));
    }

    private String sourceReference() {
        JsonNode ticket = api.as("desk").get("/api/v1/tickets/" + brents).ok();
        return ticket.path("source").path("reference").asText();
    }

    private static List<String> partners(JsonNode items) {
        List<String> partners = new ArrayList<>();
        items.forEach(item -> partners.add(item.path("partner").asText()));
        return partners;
    }

    /** A problem but for what differs by nature: the request's id and the path it was about. */
    private static String withoutRequest(Answer answer) {
        return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "").replaceAll("LBB-\\d+", "");
    }
}
