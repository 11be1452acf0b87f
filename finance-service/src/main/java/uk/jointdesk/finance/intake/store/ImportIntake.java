package uk.jointdesk.finance.intake.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.Caller;

/**
 * Writes a body down while it comes in, a piece at a time, each committed. Nothing of it is looked at before the whole
 * is durable, so that a sender who got its 202 need never send again.
 */
@ApplicationScoped
public class ImportIntake {
    private static final int PIECE = 1024 * 1024;
    private final ScopedDb db;
    private final Caller caller;
    private final Clock clock;

    public ImportIntake(ScopedDb db, Caller caller, Clock clock) {
        this.db = db;
        this.caller = caller;
        this.clock = clock;
    }

    /** Takes the body in and gives the import's id; {@code date} may be null. */
    public UUID receive(ImportProfile profile, LocalDate date, InputStream body) throws IOException {
        UUID id = UUID.randomUUID();
        begin(id, profile, date);
        try {
            store(id, body);
        } catch (IOException broken) {
            discard(id);
            throw broken;
        }
        db.run(h -> h.createUpdate("update import_job set status = 'RUNNING' where id = :id")
                .bind("id", id)
                .execute());
        return id;
    }

    private void begin(UUID id, ImportProfile profile, LocalDate date) {
        db.run(h -> h.createUpdate("insert into import_job (id, profile, profile_version, source, line_date, client,"
                        + " status, received_at) values (:id, :profile, :version, :source, :date, :client,"
                        + " 'RECEIVING', :now)")
                .bind("id", id)
                .bind("profile", profile.name())
                .bind("version", profile.version())
                .bind("source", profile.source())
                .bind("date", date)
                .bind("client", caller.client())
                .bind("now", now())
                .execute());
    }

    private void store(UUID id, InputStream body) throws IOException {
        int number = 0;
        for (byte[] piece = body.readNBytes(PIECE); piece.length > 0; piece = body.readNBytes(PIECE)) {
            storePiece(id, number++, piece);
        }
    }

    private void storePiece(UUID id, int number, byte[] piece) {
        db.run(h -> h.createUpdate(
                        "with piece as (insert into import_chunk (import, number, body) values (:id, :number, :body))"
                                + " update import_job set bytes = bytes + :length, received_at = :now where id = :id")
                .bind("id", id)
                .bind("number", number)
                .bind("body", piece)
                .bind("length", piece.length)
                .bind("now", now())
                .execute());
    }

    private void discard(UUID id) {
        String detail = "The body ended before it was complete; send it again.";
        db.run(h -> ImportLeases.fail(h, id, "upload-interrupted", detail, clock.instant()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
