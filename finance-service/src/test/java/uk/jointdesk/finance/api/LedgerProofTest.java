package uk.jointdesk.finance.api;

import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** Whoever goes past PostgreSQL's own guards leaves a chain that does not fit. */
@QuarkusTest
class LedgerProofTest extends ServiceTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void the_chain_holds_every_journal_and_fits() {
        String id = journal("1.00");
        proof().body("intact", is(true)).body("firstMisfit", nullValue()).body("head.position", greaterThan(3));
        as(Tokens.auditor()).get("/api/v1/ledger/proof").then().statusCode(200);
        finance().get("/api/v1/ledger/proof").then().statusCode(200);
        asSuperuser(h -> {
            String digest = h.createQuery("select digest from journal_seal where journal = :id")
                    .bind("id", UUID.fromString(id))
                    .mapTo(String.class)
                    .one();
            org.assertj.core.api.Assertions.assertThat(digest).hasSize(64);
        });
    }

    @Test
    void a_byte_that_a_superuser_changes_is_found_and_its_journal_named() {
        String id = journal("2.00");
        journal("3.00");
        proof().body("intact", is(true));
        change(
                id,
                "update journal set description = 'e' where id = :id",
                "update journal set description = 'd' where id = :id");
        change(
                id,
                "update posting set project = 'X' where journal = :id and line = 2",
                "update posting set project = null where journal = :id and line = 2");
        change(
                id,
                "update posting set amount_pence = amount_pence * 2 where journal = :id",
                "update posting set amount_pence = amount_pence / 2 where journal = :id");
        change(id, "update journal_seal set digest = md5(digest) || md5('x') where journal = :id", null);
    }

    /** Spoils a journal, looks, and mends it again for the other tests. */
    private void change(String id, String spoil, String mend) {
        String before = digest(id);
        asSuperuser(h -> h.createUpdate(spoil).bind("id", UUID.fromString(id)).execute());
        proof().body("intact", is(false))
                .body("firstMisfit.journal", is(id))
                .body("firstMisfit.reason", is("CHANGED"))
                .body("changedPeriods", hasSize(0));
        String mending = mend == null ? "update journal_seal set digest = '" + before + "' where journal = :id" : mend;
        asSuperuser(h -> h.createUpdate(mending).bind("id", UUID.fromString(id)).execute());
        proof().body("intact", is(true));
    }

    private String digest(String id) {
        return superuser().withHandle(h -> h.createQuery("select digest from journal_seal where journal = :id")
                .bind("id", UUID.fromString(id))
                .mapTo(String.class)
                .one());
    }

    private void asSuperuser(Consumer<Handle> work) {
        superuser().useTransaction(h -> {
            h.execute("set local session_replication_role = replica");
            work.accept(h);
        });
    }

    private Jdbi superuser() {
        return Jdbi.create(url, "postgres", "postgres");
    }

    private static ValidatableResponse proof() {
        return board().get("/api/v1/ledger/proof").then().statusCode(200);
    }

    private static String journal(String amount) {
        return post(
                        "postings",
                        ("{\"date\":\"2018-09-10\",\"description\":\"d\",\"lines\":[{\"account\":\"CASH\",\"debit\":%s},"
                                        + "{\"account\":\"CREDITORS\",\"credit\":%s}]}")
                                .formatted(money(amount), money(amount)))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
