package uk.jointdesk.incident.rules.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.rules.CalendarDocument;
import uk.jointdesk.kit.rules.CalendarVersionDocument;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.version.Version;

/** Calendars and their dated versions. A version that is in force is never rewritten: a change begins another one. */
@ApplicationScoped
public class CalendarStore {

    private final ScopedDb db;
    private final ObjectMapper json;
    private final Caller caller;

    public CalendarStore(ScopedDb db, ObjectMapper json, Caller caller) {
        this.db = db;
        this.json = json;
        this.caller = caller;
    }

    /** A calendar and the version of its entry. */
    public record Kept(CalendarDocument calendar, long version) {}

    public List<CalendarDocument> all() {
        return db.read(this::all);
    }

    List<CalendarDocument> all(Handle handle) {
        Map<String, List<CalendarVersionDocument>> versions = versions(handle);
        return handle.createQuery("select code, zone from calendar order by code")
                .map((row, context) -> new CalendarDocument(
                        row.getString("code"),
                        row.getString("zone"),
                        versions.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    public Optional<Kept> find(String code) {
        return db.read(handle -> find(handle, code, ""));
    }

    public Kept add(CalendarDocument calendar) {
        return db.write(handle -> {
            if (find(handle, calendar.code(), "").isPresent()) {
                throw Refusal.conflict("calendar-exists", "There is a calendar with this code.");
            }
            handle.createUpdate("insert into calendar (code, zone) values (:code, :zone)")
                    .bind("code", calendar.code())
                    .bind("zone", calendar.zone())
                    .execute();
            calendar.versions().forEach(version -> insert(handle, calendar.code(), version));
            return find(handle, calendar.code(), "").orElseThrow();
        });
    }

    /** Adds the versions that are new; those that are there must come unchanged. */
    public Kept extend(CalendarDocument wanted, long expectedVersion) {
        return db.write(handle -> {
            Kept now = find(handle, wanted.code(), " for update").orElseThrow(Refusal::notFound);
            Version.check(expectedVersion, now.version());
            checkKept(now.calendar(), wanted);
            Map<LocalDate, CalendarVersionDocument> kept = byDate(now.calendar());
            wanted.versions().stream()
                    .filter(version -> !kept.containsKey(version.validFrom()))
                    .forEach(version -> insert(handle, wanted.code(), version));
            handle.createUpdate("update calendar set version = version + 1 where code = :code")
                    .bind("code", wanted.code())
                    .execute();
            return find(handle, wanted.code(), "").orElseThrow();
        });
    }

    private static void checkKept(CalendarDocument now, CalendarDocument wanted) {
        Map<LocalDate, CalendarVersionDocument> given = byDate(wanted);
        boolean same = now.zone().equals(wanted.zone())
                && now.versions().stream().allMatch(version -> version.equals(given.get(version.validFrom())));
        if (!same) {
            throw Refusal.conflict(
                    "calendar-version-kept",
                    "Zone and versions that are there stay as they are; a change is a version with a later validFrom.");
        }
        LocalDate last = now.versions().stream()
                .map(CalendarVersionDocument::validFrom)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        given.keySet().stream()
                .filter(date -> date.isBefore(last) && !byDate(now).containsKey(date))
                .findFirst()
                .ifPresent(date -> {
                    throw Refusal.refused(
                            "calendar-version-backdated",
                            "A new version begins after the last one; anything else is a restatement.",
                            new FieldError("/versions", date + " lies before " + last));
                });
    }

    private static Map<LocalDate, CalendarVersionDocument> byDate(CalendarDocument calendar) {
        return calendar.versions().stream()
                .collect(Collectors.toMap(CalendarVersionDocument::validFrom, Function.identity()));
    }

    private Optional<Kept> find(Handle handle, String code, String lock) {
        return handle.createQuery("select zone, version from calendar where code = :code" + lock)
                .bind("code", code)
                .map((row, context) -> new Kept(
                        new CalendarDocument(
                                code, row.getString("zone"), versions(handle).getOrDefault(code, List.of())),
                        row.getLong("version")))
                .findOne();
    }

    private Map<String, List<CalendarVersionDocument>> versions(Handle handle) {
        record Row(String calendar, CalendarVersionDocument version) {}
        return handle
                .createQuery("select calendar, body from calendar_version order by calendar, valid_from")
                .map((row, context) -> new Row(row.getString("calendar"), read(row.getString("body"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::calendar, Collectors.mapping(Row::version, Collectors.toList())));
    }

    private void insert(Handle handle, String code, CalendarVersionDocument version) {
        handle.createUpdate("insert into calendar_version (calendar, valid_from, body, recorded_by)"
                        + " values (:code, :from, cast(:body as jsonb), :by)")
                .bind("code", code)
                .bind("from", version.validFrom())
                .bind("body", write(version))
                .bind("by", caller.client())
                .execute();
    }

    private CalendarVersionDocument read(String body) {
        try {
            return json.readValue(body, CalendarVersionDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored calendar version cannot be read", e);
        }
    }

    private String write(CalendarVersionDocument version) {
        try {
            return json.writeValueAsString(version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calendar version cannot be written", e);
        }
    }
}
