package uk.jointdesk.incident.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.incident.Database;
import uk.jointdesk.testkit.Tokens;

/** The knowledge base as the desk keeps it. */
@QuarkusTest
class KnowledgeDeskTest extends Library {

    @Test
    void a_change_is_kept_and_names_the_version_it_starts_from() {
        String id = written("First", "one", PUBLIC, "DRAFT");
        patch(DESK, id, null, "{\"title\":\"Second\"}").then().statusCode(428);
        patch(DESK, id, "\"1\"", "{\"title\":\"Second\",\"state\":\"PUBLISHED\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("PUBLISHED"));
        patch(DESK, id, "\"1\"", "{\"title\":\"Third\"}").then().statusCode(412);
        patch(DESK, id, "\"2\"", "{\"state\":\"RETIRED\"}").then().statusCode(200);
        as(BRENT).get("/api/v1/knowledge/" + id).then().statusCode(404);
        patch(DESK, id, "\"3\"", "{\"state\":\"PUBLISHED\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("article-state-refused"));
        as(DESK).get("/api/v1/knowledge/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(3, 2, 1)))
                .body("items.title", equalTo(List.of("Second", "Second", "First")));
    }

    @Test
    void articles_are_written_by_who_works_for_every_partner() {
        String id = written("Shared", "text", PUBLIC, "PUBLISHED");
        String lewishamsDesk = Tokens.of("lbl-desk", List.of("service-desk"), List.of("LBL"));
        write(lewishamsDesk, "{}").then().statusCode(403).body("code", equalTo("knowledge-shared"));
        patch(lewishamsDesk, id, "\"1\"", "{}").then().statusCode(403);
        write(LEWISHAM, "{}").then().statusCode(403);
        as(LEWISHAM).get("/api/v1/knowledge/" + id + "/versions").then().statusCode(403);
        as(LEWISHAM).get("/api/v1/knowledge/reviews").then().statusCode(403);
    }

    @Test
    void articles_that_must_be_read_again_are_listed_the_most_overdue_first() {
        String second = writtenFor("2011-05-01", "PUBLISHED");
        String first = writtenFor("2011-04-01", "PUBLISHED");
        String later = writtenFor("2011-07-01", "PUBLISHED");
        String draft = writtenFor("2011-03-01", "DRAFT");
        List<String> due = as(DESK).get("/api/v1/knowledge/reviews?by=2011-06-01&limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
        assertThat(due).containsSubsequence(first, second).doesNotContain(later, draft);
        as(DESK).get("/api/v1/knowledge/reviews?limit=500").then().body("items.id", hasItem(later));
        as(DESK).get("/api/v1/knowledge/reviews?by=soon").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"body\":\"b\",\"audience\":\"PUBLIC\",\"reviewOn\":\"2030-01-01\"} | body-invalid | /title",
                "{\"title\":\"t\",\"body\":\"b\",\"reviewOn\":\"2030-01-01\"} | body-invalid | /audience",
                "{\"title\":\"t\",\"body\":\"b\",\"audience\":\"PUBLIC\"} | body-invalid | /reviewOn",
                "{\"title\":\"t\",\"body\":\"b\",\"audience\":\"PARTNERS\",\"reviewOn\":\"2030-01-01\"} | article-audience-refused | /partners",
                "{\"title\":\"t\",\"body\":\"b\",\"audience\":\"DESK\",\"partners\":[\"LBL\"],\"reviewOn\":\"2030-01-01\"} | article-audience-refused | /partners",
                "{\"title\":\"t\",\"body\":\"b\",\"audience\":\"PARTNERS\",\"partners\":[\"XYZ\"],\"reviewOn\":\"2030-01-01\"} | partner-unknown | /partners/0",
                "{\"title\":\"t\",\"body\":\"b\\u0002\",\"audience\":\"PUBLIC\",\"reviewOn\":\"2030-01-01\"} | body-invalid | /body"
            })
    void what_breaks_a_rule_is_refused_and_pointed_at(String body, String code, String pointer) {
        write(DESK, body)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void without_a_scope_there_is_no_article_even_by_sql_and_history_cannot_be_changed() throws SQLException {
        String id = written("Of Lewisham", "text", LEWISHAMS, "PUBLISHED");
        as(LEWISHAM).get("/api/v1/knowledge/" + id).then().statusCode(200);
        try (Connection nobody = Database.asTheService();
                Connection brent = Database.asTheService("LBB");
                Connection everybody = Database.asTheService("*")) {
            for (String table : List.of("knowledge_article", "knowledge_version", "knowledge_use")) {
                assertThat(Database.number(nobody, "select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
            String own = " where article = '" + id + "'";
            assertThat(Database.number(brent, "select count(*) from knowledge_use" + own))
                    .isZero();
            assertThat(Database.number(everybody, "select count(*) from knowledge_use" + own))
                    .isEqualTo(1);
            org.assertj.core.api.Assertions.assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Database.execute(everybody, "delete from knowledge_version" + own));
        }
    }
}
