package uk.jointdesk.incident.rules.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.rules.AgreementDocument;
import uk.jointdesk.kit.rules.AgreementVersionDocument;
import uk.jointdesk.kit.scope.Caller;

/** Agreements in dated versions; a version is never edited. */
@ApplicationScoped
public class AgreementStore {

    private final ScopedDb db;
    private final ObjectMapper json;
    private final Caller caller;

    public AgreementStore(ScopedDb db, ObjectMapper json, Caller caller) {
        this.db = db;
        this.json = json;
        this.caller = caller;
    }

    public List<AgreementDocument> all() {
        return db.read(this::all);
    }

    List<AgreementDocument> all(Handle handle) {
        Map<String, List<AgreementVersionDocument>> versions = versions(handle);
        return handle.createQuery("select code, title from agreement order by code")
                .map((row, context) -> new AgreementDocument(
                        row.getString("code"),
                        row.getString("title"),
                        versions.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    public Optional<AgreementDocument> find(String code) {
        return all().stream().filter(agreement -> agreement.code().equals(code)).findFirst();
    }

    public AgreementDocument add(AgreementDocument agreement) {
        return db.write(handle -> {
            checkPartners(handle, agreement);
            int added = handle.createUpdate(
                            "insert into agreement (code, title) values (:code, :title) on conflict do nothing")
                    .bind("code", agreement.code())
                    .bind("title", agreement.title())
                    .execute();
            if (added == 0) {
                throw Refusal.conflict("agreement-exists", "There is an agreement with this code.");
            }
            agreement.versions().forEach(version -> insert(handle, agreement.code(), version));
            return agreement;
        });
    }

    /** Adds a version; those that are there stay as they are. */
    public AgreementDocument extend(String code, AgreementVersionDocument version, Instant now) {
        return db.write(handle -> {
            RuleStamp.hold(handle);
            AgreementDocument agreement = all(handle).stream()
                    .filter(other -> other.code().equals(code))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            AgreementDocument extended = AgreementGrowth.of(agreement, version, now);
            checkPartners(handle, extended);
            insert(handle, code, version);
            return extended;
        });
    }

    private static void checkPartners(Handle handle, AgreementDocument agreement) {
        List<String> known = handle.createQuery("select code from partner")
                .mapTo(String.class)
                .list();
        for (AgreementVersionDocument version : agreement.versions()) {
            if (version.coverage() != null
                    && version.coverage().partners() != null
                    && !known.containsAll(version.coverage().partners())) {
                throw Refusal.refused(
                        "partner-unknown",
                        "The agreement covers a partner that is not registered.",
                        new FieldError("/versions", "names an unknown partner"));
            }
        }
    }

    private Map<String, List<AgreementVersionDocument>> versions(Handle handle) {
        record Row(String agreement, AgreementVersionDocument version) {}
        return handle
                .createQuery("select agreement, body from agreement_version order by agreement, version")
                .map((row, context) -> new Row(row.getString("agreement"), read(row.getString("body"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::agreement,
                        Collectors.mapping(
                                Row::version,
                                Collectors.collectingAndThen(Collectors.toList(), AgreementGrowth::closed))));
    }

    void insert(Handle handle, String code, AgreementVersionDocument version) {
        int added = handle.createUpdate("insert into agreement_version (agreement, version, body, recorded_by)"
                        + " values (:code, :version, cast(:body as jsonb), :by) on conflict do nothing")
                .bind("code", code)
                .bind("version", version.version())
                .bind("body", write(version))
                .bind("by", caller.client())
                .execute();
        if (added == 0) {
            throw AgreementGrowth.kept(version.version());
        }
    }

    private AgreementVersionDocument read(String body) {
        try {
            return json.readValue(body, AgreementVersionDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored agreement version cannot be read", e);
        }
    }

    private String write(AgreementVersionDocument version) {
        try {
            return json.writeValueAsString(version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an agreement version cannot be written", e);
        }
    }
}
