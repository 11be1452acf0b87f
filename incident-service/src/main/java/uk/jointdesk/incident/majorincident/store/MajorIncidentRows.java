package uk.jointdesk.incident.majorincident.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import uk.jointdesk.incident.majorincident.domain.Audience;
import uk.jointdesk.incident.majorincident.domain.Cadence.Promise;
import uk.jointdesk.incident.majorincident.domain.Cause;
import uk.jointdesk.incident.majorincident.domain.CauseClass;
import uk.jointdesk.incident.majorincident.domain.Crew;
import uk.jointdesk.incident.majorincident.domain.Criterion;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.majorincident.domain.MajorStatus;
import uk.jointdesk.incident.majorincident.domain.Review;
import uk.jointdesk.incident.ticket.store.Rows;

/** Major incidents as rows. */
@ApplicationScoped
public class MajorIncidentRows {

    private static final String INSERT = """
            insert into major_incident (reference, number, title, description, status, priority, criterion, cause_class,
              cause, partners, services, incident_manager, communications_lead, technical_lead, problem, cadence,
              declared_at, declared_by)
            values (:reference, :number, :title, :description, :status, :priority, :criterion, :causeClass, :cause,
              :partners, :services, :incidentManager, :communicationsLead, :technicalLead, :problem,
              cast(:cadence as jsonb), :declaredAt, :declaredBy)
            """;
    private static final String UPDATE = """
            update major_incident set title = :title, description = :description, status = :status,
              priority = :priority, criterion = :criterion, cause_class = :causeClass, cause = :cause,
              partners = :partners, services = :services, incident_manager = :incidentManager,
              communications_lead = :communicationsLead, technical_lead = :technicalLead, problem = :problem,
              cadence = cast(:cadence as jsonb), resolved_at = :resolvedAt, review_held_on = cast(:heldOn as date),
              review_summary = :summary, version = version + 1
            where reference = :reference
            """;

    private final ObjectMapper json;

    public MajorIncidentRows(ObjectMapper json) {
        this.json = json;
    }

    /** Writes it under the next free reference; a number given to a write that failed stays unused. */
    MajorIncident insert(Handle handle, MajorIncident wanted) {
        long number = handle.createQuery("select nextval('major_incident_number')")
                .mapTo(Long.class)
                .one();
        String reference = "MIR" + number;
        bind(handle.createUpdate(INSERT), wanted)
                .bind("reference", reference)
                .bind("number", number)
                .bind("declaredAt", Rows.utc(wanted.declaredAt()))
                .bind("declaredBy", wanted.declaredBy())
                .execute();
        return find(handle, reference, false).orElseThrow();
    }

    MajorIncident update(Handle handle, MajorIncident changed) {
        bind(handle.createUpdate(UPDATE), changed)
                .bind("reference", changed.reference())
                .bind("resolvedAt", Rows.utc(changed.resolvedAt()))
                .bind("heldOn", changed.review().heldOn())
                .bind("summary", changed.review().summary())
                .execute();
        return find(handle, changed.reference(), false).orElseThrow();
    }

    Optional<MajorIncident> find(Handle handle, String reference, boolean lock) {
        return handle.createQuery(
                        "select * from major_incident where reference = :reference" + (lock ? " for update" : ""))
                .bind("reference", reference)
                .map((row, context) -> read(row))
                .findOne();
    }

    private Update bind(Update update, MajorIncident incident) {
        return update.bind("title", incident.title())
                .bind("description", incident.description())
                .bind("status", name(incident.status()))
                .bind("priority", incident.priority())
                .bind("criterion", name(incident.criterion()))
                .bind("causeClass", name(incident.cause().kind()))
                .bind("cause", incident.cause().text())
                .bindArray("partners", String.class, incident.partners().toArray())
                .bindArray("services", String.class, incident.services().toArray())
                .bind("incidentManager", incident.crew().incidentManager())
                .bind("communicationsLead", incident.crew().communicationsLead())
                .bind("technicalLead", incident.crew().technicalLead())
                .bind("problem", incident.problem())
                .bind("cadence", write(incident.promises()));
    }

    MajorIncident read(ResultSet row) throws SQLException {
        return new MajorIncident(
                row.getString("reference"),
                row.getString("title"),
                row.getString("description"),
                word(MajorStatus.class, row.getString("status")),
                row.getString("priority"),
                word(Criterion.class, row.getString("criterion")),
                new Cause(word(CauseClass.class, row.getString("cause_class")), row.getString("cause")),
                List.of((String[]) row.getArray("partners").getArray()),
                List.of((String[]) row.getArray("services").getArray()),
                new Crew(
                        row.getString("incident_manager"),
                        row.getString("communications_lead"),
                        row.getString("technical_lead")),
                row.getString("problem"),
                promises(row.getString("cadence")),
                Rows.instant(row, "declared_at"),
                row.getString("declared_by"),
                Rows.instant(row, "resolved_at"),
                new Review(row.getObject("review_held_on", LocalDate.class), row.getString("review_summary")),
                row.getString("recorded_from"),
                row.getLong("version"));
    }

    private String write(List<Promise> promises) {
        Map<Audience, Integer> minutes = new TreeMap<>();
        promises.forEach(promise -> minutes.put(promise.audience(), promise.everyMinutes()));
        try {
            return json.writeValueAsString(minutes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cadence cannot be written", e);
        }
    }

    private List<Promise> promises(String text) {
        try {
            Map<Audience, Integer> minutes = json.readValue(text, new TypeReference<TreeMap<Audience, Integer>>() {});
            return minutes.entrySet().stream()
                    .map(entry -> new Promise(entry.getKey(), entry.getValue()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored cadence cannot be read", e);
        }
    }

    static String name(Enum<?> word) {
        return word == null ? null : word.name();
    }

    static <E extends Enum<E>> E word(Class<E> words, String name) {
        return name == null ? null : Enum.valueOf(words, name);
    }
}
