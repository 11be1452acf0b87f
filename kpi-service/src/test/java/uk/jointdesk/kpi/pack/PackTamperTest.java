package uk.jointdesk.kpi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.testkit.Tokens;

/** Somebody with the owner's password changes one byte of a published pack. */
@QuarkusTest
class PackTamperTest {

    @Inject
    Autumn2018 autumn;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Test
    void a_changed_byte_is_noticed_by_the_service_itself_in_every_form() throws SQLException {
        autumn.play();
        String id = Packs.published("PUBLIC", Packs.EVERYTHING);
        change(id);
        for (String form : new String[] {".json", ".html", ".csv", ".pdf", ".xlsx", "/digest", "/signature"}) {
            var answer = Packs.get(Tokens.board(), "/" + id + form);
            assertThat(answer.statusCode()).as(form).isEqualTo(500);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("pack-altered");
        }
        assertThat(Packs.get(Tokens.board(), "/" + id + ".json?audience=PUBLIC").statusCode())
                .as("the other copies are as they were")
                .isEqualTo(200);
    }

    private void change(String id) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('jointdesk.scope', '*', true)");
            statement.execute("alter table pack_document disable trigger pack_document_is_append_only");
            statement.execute("update pack_document set content = set_byte(content, 500, 255 - get_byte(content, 500))"
                    + " where pack = '" + id + "' and audience = 'EXEMPT'");
            statement.execute("alter table pack_document enable trigger pack_document_is_append_only");
            connection.commit();
        }
    }
}
