package uk.jointdesk.kpi.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class BadInputTest {

    private static final String MONTHS = "?from=2018-10&to=2018-12";

    @Test
    void a_parameter_that_cannot_be_read_is_refused_by_name() {
        Map<String, List<String>> queries = Map.of(
                "query:from",
                List.of(
                        "/compliance?to=2018-12",
                        "/volumes?from=&to=2018-12",
                        "/compliance?from=2018-13&to=2018-12",
                        "/compliance?from=2018-02-30&to=2018-12",
                        "/volumes?from=0000-01&to=2018-12",
                        "/drill?set=met&to=2018-12",
                        "/compliance?from=2018-20-Q1&to=2018-12",
                        "/volumes?from=x&to=y"),
                "query:to",
                List.of(
                        "/compliance?from=2018-10",
                        "/compliance?from=2018-10&to=2018-09",
                        "/volumes?from=1900-01&to=2018-12",
                        "/drill?set=openAtEnd&from=2018-10"),
                "query:groupBy",
                List.of("/compliance" + MONTHS + "&groupBy=colour", "/backlog?groupBy=period"),
                "query:periodicity",
                List.of("/compliance" + MONTHS + "&periodicity=WEEK", "/volumes" + MONTHS + "&periodicity=month"),
                "query:method",
                List.of("/compliance" + MONTHS + "&method=MEDIAN"),
                "query:calendar",
                List.of("/compliance" + MONTHS + "&calendar=LUNAR"),
                "query:priority",
                List.of("/compliance" + MONTHS + "&priority=P9"),
                "query:at",
                List.of(
                        "/backlog?at=yesterday",
                        "/backlog?at=2018-12-32",
                        "/backlog?at=2018-12-31T25:00:00Z",
                        "/backlog?at=%2B999999999-12-31T00:00:00Z",
                        "/drill?set=open&at=x"),
                "query:set",
                List.of("/drill" + MONTHS, "/drill" + MONTHS + "&set=lost"),
                "query:limit",
                List.of(
                        "/drill" + MONTHS + "&set=met&limit=0",
                        "/drill" + MONTHS + "&set=met&limit=many",
                        "/compliance" + MONTHS + "&limit=501"));
        queries.forEach((pointer, paths) -> paths.forEach(path -> assertRefused(path, pointer)));
    }

    @Test
    void what_a_measure_asks_of_its_own_is_refused_by_name_too() {
        Map<String, List<String>> queries = Map.of(
                "query:metric",
                List.of("/compliance" + MONTHS + "&metric=response", "/drill" + MONTHS + "&set=logged&metric=RESPONSE"),
                "query:compareFrom",
                List.of("/volumes" + MONTHS + "&compareTo=2018-09"),
                "query:compareTo",
                List.of(
                        "/compliance" + MONTHS + "&compareFrom=2018-07",
                        "/resolution-times" + MONTHS + "&compareFrom=2018-07&compareTo=2018-06"),
                "query:compareAt",
                List.of("/backlog?compareAt=yesterday"),
                "query:top",
                List.of(
                        "/categories" + MONTHS + "&top=0",
                        "/categories" + MONTHS + "&top=101",
                        "/categories" + MONTHS + "&top=six"),
                "query:counted",
                List.of("/categories" + MONTHS + "&counted=CLOSED"),
                "query:from",
                List.of("/p1-durations?to=2018-12", "/reopens?to=2018-12", "/satisfaction?to=2018-12"),
                "query:groupBy",
                List.of("/major-incidents" + MONTHS + "&groupBy=queue"),
                "query:periodicity",
                List.of("/major-incidents" + MONTHS + "&periodicity=WEEK"),
                "query:cursor",
                List.of("/p1-durations" + MONTHS + "&cursor=garbage"));
        queries.forEach((pointer, paths) -> paths.forEach(path -> assertRefused(path, pointer)));
    }

    @Test
    void what_no_database_can_hold_is_refused_before_it_gets_there() {
        assertRefused("/compliance" + MONTHS + "&partner=%00", "query:partner");
        assertRefused("/compliance" + MONTHS + "&queue=a%00", "query:queue");
        assertRefused("/drill" + MONTHS + "&set=excluded&reason=%00", "query:reason");
        assertRefused("/drill" + MONTHS + "&set=met&cursor=garbage", "query:cursor");
        assertRefused("/drill" + MONTHS + "&set=met&cursor=AB8w", "query:cursor");
        assertRefused("/compliance" + MONTHS + "&cursor=eA", "query:cursor");
    }

    private static void assertRefused(String path, String pointer) {
        Response answer = Ask.response(Tokens.board(), path);
        assertThat(answer.statusCode()).as(path + " " + answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isNotBlank();
        assertThat(answer.jsonPath().getString("errors[0].pointer")).as(path).isEqualTo(pointer);
    }
}
