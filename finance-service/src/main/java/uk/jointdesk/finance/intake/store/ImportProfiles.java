package uk.jointdesk.finance.intake.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.finance.intake.profile.ProfileDocument;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The named profiles and their versions; a register without a partner's rows. */
@ApplicationScoped
public class ImportProfiles {
    private static final String COLUMNS = "name, version, definition, recorded_at, recorded_by";
    private final ScopedDb.Scoped db;
    private final ObjectMapper json;
    private final Clock clock;

    public ImportProfiles(ScopedDb db, ObjectMapper json, Clock clock) {
        this.db = db.as(PartnerScope.NONE);
        this.json = json;
        this.clock = clock;
    }

    /** A version as it was written down. */
    public record Recorded(String name, int version, ProfileDocument document, Instant recordedAt, String recordedBy) {
        public ImportProfile profile() {
            return document.profile(name, version);
        }
    }

    /** The latest version of each, by name. */
    public List<Recorded> latest() {
        return db.read(h -> h.createQuery(
                        "select distinct on (name) " + COLUMNS + " from import_profile order by name, version desc")
                .map(this::recorded)
                .list());
    }

    /** All versions of one, the first first; empty for an unknown name. */
    public List<Recorded> versions(String name) {
        return db.read(
                h -> h.createQuery("select " + COLUMNS + " from import_profile where name = :name order by version")
                        .bind("name", name)
                        .map(this::recorded)
                        .list());
    }

    public Optional<Recorded> latest(String name) {
        List<Recorded> versions = versions(name);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    public ImportProfile version(String name, int version) {
        return versions(name).stream()
                .filter(recorded -> recorded.version() == version)
                .findFirst()
                .orElseThrow()
                .profile();
    }

    /** False when that version was written meanwhile. */
    public boolean add(String name, int version, ProfileDocument document, String by) {
        return db.write(h -> h.createUpdate("insert into import_profile (name, version, source, definition,"
                                + " recorded_at, recorded_by) values (:name, :version, :source, :definition::jsonb,"
                                + " :now, :by) on conflict do nothing")
                        .bind("name", name)
                        .bind("version", version)
                        .bind("source", document.source())
                        .bind("definition", written(document))
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .bind("by", by)
                        .execute()
                == 1);
    }

    private String written(ProfileDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Recorded recorded(ResultSet row, StatementContext context) throws SQLException {
        try {
            return new Recorded(
                    row.getString("name"),
                    row.getInt("version"),
                    json.readValue(row.getString("definition"), ProfileDocument.class),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    row.getString("recorded_by"));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a profile was kept that cannot be read", broken);
        }
    }
}
