package uk.jointdesk.incident.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** A correction sets right what was written down; it resolves nothing anew, so nobody is asked again. */
@QuarkusTest
class CorrectedResolutionTest extends OverHttp {

    @Test
    void who_was_asked_how_it_went_is_not_asked_again_when_the_time_of_it_is_corrected() throws SQLException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String reference = opened("LBL", "\"loggedAt\":\"" + now.minusSeconds(7_200) + "\"");
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        String resolved = as(Tokens.desk())
                .get("/api/v1/tickets/" + reference + "/timeline")
                .path("items.find { it.event == 'RESOLVED' }.id");
        String earlier = now.minusSeconds(3_600).toString();
        as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body("{\"supersedes\":\"%s\",\"reason\":\"an hour ago\",\"replacement\":{\"at\":\"%s\"}}"
                        .formatted(resolved, earlier))
                .post("/api/v1/tickets/" + reference + "/corrections")
                .then()
                .statusCode(200)
                .body("resolvedAt", equalTo(earlier));
        try (Connection everybody = Database.asTheService("*")) {
            assertThat(Database.number(everybody, "select count(*) from survey where ticket = '" + reference + "'"))
                    .isEqualTo(1);
            assertThat(Database.number(
                            everybody,
                            "select count(*) from announcement where topic = 'survey.invited' and payload->>'reference' = '"
                                    + reference + "'"))
                    .isEqualTo(1);
        }
    }
}
