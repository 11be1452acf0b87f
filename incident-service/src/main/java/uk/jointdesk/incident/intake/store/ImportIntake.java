package uk.jointdesk.incident.intake.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import uk.jointdesk.incident.audit.AuditedRequest;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Writes a body down while it comes in, a piece at a time, each committed. Nothing of it is looked at before the whole
 * is durable, so that a sender who got its 202 need never send again.
 */
@ApplicationScoped
public class ImportIntake {

    private static final int PIECE = 1024 * 1024;

    private final ScopedDb db;
    private final AuditedRequest request;
    private final Caller caller;
    private final Clock clock;

    public ImportIntake(ScopedDb db, AuditedRequest request, Caller caller, Clock clock) {
        this.db = db;
        this.request = request;
        this.caller = caller;
        this.clock = clock;
    }

    /** Takes the body in and gives the import's id. */
    public UUID receive(String source, String format, InputStream body) throws IOException {
        UUID id = UUID.randomUUID();
        begin(id, source, format);
        try {
            store(id, body);
        } catch (IOException broken) {
            discard(id);
            throw broken;
        }
        accept(id);
        return id;
    }

    private void begin(UUID id, String source, String format) {
        PartnerScope scope = caller.scope();
        request.about(id.toString(), scope.partners());
        db.run(handle -> handle.createUpdate(
                        "insert into import_job (id, source, format, client, scope, status, received_at)"
                                + " values (:id, :source, :format, :client, string_to_array(:scope, ','), 'RECEIVING', :now)")
                .bind("id", id)
                .bind("source", source)
                .bind("format", format)
                .bind("client", caller.client())
                .bind("scope", scope.setting())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }

    private void store(UUID id, InputStream body) throws IOException {
        int number = 0;
        for (byte[] piece = body.readNBytes(PIECE); piece.length > 0; piece = body.readNBytes(PIECE)) {
            byte[] bytes = piece;
            int place = number++;
            db.run(handle -> handle.createUpdate(
                            "with piece as (insert into import_chunk (import, number, body) values (:id, :number, :body))"
                                    + " update import_job set bytes = bytes + :length, received_at = :now where id = :id")
                    .bind("id", id)
                    .bind("number", place)
                    .bind("body", bytes)
                    .bind("length", bytes.length)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute());
        }
    }

    private void accept(UUID id) {
        db.run(handle -> handle.createUpdate("update import_job set status = 'RUNNING' where id = :id")
                .bind("id", id)
                .execute());
    }

    private void discard(UUID id) {
        db.run(handle -> ImportLeases.fail(
                handle,
                id,
                "upload-interrupted",
                "The body ended before it was complete; send it again.",
                clock.instant()));
    }
}
