package uk.jointdesk.incident.problem.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import uk.jointdesk.incident.audit.AuditedRequest;
import uk.jointdesk.incident.problem.domain.Problem;
import uk.jointdesk.incident.problem.domain.ProblemStatus;
import uk.jointdesk.incident.reference.DrawnReference;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.version.Version;

/** Problems, as far as the caller's partners are affected by them. */
@ApplicationScoped
public class ProblemStore {

    private static final String INSERT = """
            insert into problem (reference, number, title, description, status, root_cause, workaround, known_error,
              known_error_since, partners, opened_at, opened_by)
            values (:reference, nextval('problem_number'), :title, :description, :status, :rootCause, :workaround,
              :knownError, cast(:knownErrorSince as date), :partners, :openedAt, :openedBy)
            on conflict (reference) do nothing
            """;
    private static final String UPDATE = """
            update problem set title = :title, description = :description, status = :status, root_cause = :rootCause,
              workaround = :workaround, known_error = :knownError, known_error_since = cast(:knownErrorSince as date),
              partners = :partners, version = version + 1
            where reference = :reference
            """;
    private static final String PAGE = """
            select * from problem where (cast(:knownError as boolean) is null or known_error = :knownError)
              and (cast(:status as text) is null or status = :status) and number < :before
            order by number desc limit :limit
            """;

    private final ScopedDb db;
    private final AuditedRequest request;

    public ProblemStore(ScopedDb db, AuditedRequest request) {
        this.db = db;
        this.request = request;
    }

    /** The latest first. */
    public Page<Problem> page(ProblemStatus status, Boolean knownError, String cursor, int limit) {
        List<Problem> rows = db.read(handle -> handle.createQuery(PAGE)
                .bind("knownError", knownError)
                .bind("status", status == null ? null : status.name())
                .bind("before", cursor == null ? Long.MAX_VALUE : place(handle, cursor))
                .bind("limit", limit + 1)
                .map((row, context) -> problem(row))
                .list());
        return Page.of(rows, limit, last -> Cursor.encode(last.reference()));
    }

    public Problem read(String reference) {
        return db.read(handle -> find(handle, reference, false)).orElseThrow(Refusal::notFound);
    }

    public boolean exists(String reference) {
        return db.read(handle -> find(handle, reference, false)).isPresent();
    }

    /** Opens a problem under a free reference. Its number is its place in lists and nobody's to see. */
    public Problem open(Problem wanted) {
        return db.write(handle -> {
            String reference = DrawnReference.draw("PRB-");
            while (!inserted(handle, reference, wanted)) {
                reference = DrawnReference.draw("PRB-");
            }
            request.about(reference, wanted.partners());
            return find(handle, reference, false).orElseThrow();
        });
    }

    private static boolean inserted(Handle handle, String reference, Problem wanted) {
        return bind(handle.createUpdate(INSERT), wanted)
                        .bind("reference", reference)
                        .bind("openedAt", Rows.utc(wanted.openedAt()))
                        .bind("openedBy", wanted.openedBy())
                        .execute()
                == 1;
    }

    /** Changes a problem that stands at this version. */
    public Problem change(String reference, long expectedVersion, UnaryOperator<Problem> decision) {
        return db.write(handle -> {
            Problem now = locked(handle, reference, expectedVersion);
            request.about(reference, now.partners());
            bind(handle.createUpdate(UPDATE), decision.apply(now))
                    .bind("reference", reference)
                    .execute();
            return find(handle, reference, false).orElseThrow();
        });
    }

    static Problem locked(Handle handle, String reference, Long expectedVersion) {
        Problem now = find(handle, reference, true).orElseThrow(Refusal::notFound);
        if (expectedVersion != null) {
            Version.check(expectedVersion, now.version());
        }
        return now;
    }

    static Optional<Problem> find(Handle handle, String reference, boolean lock) {
        return handle.createQuery("select * from problem where reference = :reference" + (lock ? " for update" : ""))
                .bind("reference", reference)
                .map((row, context) -> problem(row))
                .findOne();
    }

    private static Update bind(Update update, Problem problem) {
        return update.bind("title", problem.title())
                .bind("description", problem.description())
                .bind("status", problem.status().name())
                .bind("rootCause", problem.rootCause())
                .bind("workaround", problem.workaround())
                .bind("knownError", problem.knownError())
                .bind("knownErrorSince", problem.knownErrorSince())
                .bindArray("partners", String.class, problem.partners().toArray());
    }

    private static Problem problem(ResultSet row) throws SQLException {
        Array partners = row.getArray("partners");
        return new Problem(
                row.getString("reference"),
                row.getString("title"),
                row.getString("description"),
                ProblemStatus.valueOf(row.getString("status")),
                row.getString("root_cause"),
                row.getString("workaround"),
                row.getBoolean("known_error"),
                row.getObject("known_error_since", LocalDate.class),
                List.of((String[]) partners.getArray()),
                row.getString("recorded_from"),
                Rows.instant(row, "opened_at"),
                row.getString("opened_by"),
                row.getLong("version"));
    }

    private static long place(Handle handle, String cursor) {
        String reference = Cursor.decode(cursor, 1).get(0);
        if (!reference.matches("PRB-\\d{4,15}")) {
            throw Cursor.invalid();
        }
        return handle.createQuery("select number from problem where reference = :reference")
                .bind("reference", reference)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(Cursor::invalid);
    }
}
