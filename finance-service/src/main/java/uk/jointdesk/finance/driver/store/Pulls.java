package uk.jointdesk.finance.driver.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.domain.TicketCounts;
import uk.jointdesk.kit.db.ScopedDb;

/** Answers of other services that values were read from, kept as evidence. */
@ApplicationScoped
public class Pulls {
    private final ScopedDb db;

    public Pulls(ScopedDb db) {
        this.db = db;
    }

    /** Does several writes in one transaction. */
    public <T> T inOne(Supplier<T> writes) {
        return db.write(h -> writes.get());
    }

    /** The digest (SHA-256) of the answer that is kept. */
    public String keep(UUID id, String driver, TicketCounts counts, DriverValue.Entered entered) {
        String digest = digest(counts.answer());
        db.run(h -> h.createUpdate("insert into driver_pull (id, driver, asked, definition, definition_version,"
                        + " definition_text, as_at, answer, digest, recorded_at, recorded_by) values (:id, :driver,"
                        + " :asked, :code, :version, :text, :asAt, :answer, :digest, :at, :by)")
                .bindMethods(counts.definition())
                .bindMethods(entered)
                .bind("id", id)
                .bind("driver", driver)
                .bind("asked", counts.asked())
                .bind("asAt", counts.asAt())
                .bind("answer", counts.answer())
                .bind("digest", digest)
                .execute());
        return digest;
    }

    private static String digest(String answer) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(answer.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
