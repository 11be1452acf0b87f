package uk.jointdesk.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.jointdesk.testkit.PostgresFor;

/** A service that has run for a while is given what the kit adds to its tables later. */
@QuarkusTest
@QuarkusTestResource(value = PostgresFor.class, initArgs = @ResourceArg(name = "database", value = "kit"))
@QuarkusTestResource(OidcWiremockTestResource.class)
class LateMigrationTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @ConfigProperty(name = "quarkus.flyway.out-of-order")
    boolean outOfOrder;

    @TempDir
    Path scripts;

    @Test
    void a_database_that_is_ahead_of_the_kit_takes_the_kits_next_step() throws IOException {
        copy("db/kit/V0_1__idempotency_key.sql");
        copy("db/migration/V1__notice.sql");
        migrate();
        Jdbi older = Jdbi.create(url, owner, password);
        older.useHandle(handle -> handle.execute("insert into older.idempotency_key (client, key, digest, status)"
                + " values ('jointdesk-web', 'kept before', 'x', 201)"));
        copy("db/kit/V0_2__idempotency_keys_of_persons.sql");
        migrate();
        String subject = older.withHandle(handle -> handle.createQuery("select subject from older.idempotency_key")
                .mapTo(String.class)
                .one());
        assertThat(subject).isEmpty();
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(url, owner, password)
                .schemas("older")
                .locations("filesystem:" + scripts)
                .placeholders(Map.of("app", "kit_app"))
                .outOfOrder(outOfOrder)
                .load()
                .migrate();
    }

    private void copy(String script) throws IOException {
        try (InputStream source = getClass().getClassLoader().getResourceAsStream(script)) {
            Files.copy(source, scripts.resolve(Path.of(script).getFileName()));
        }
    }
}
