package uk.jointdesk.incident.businessservice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.incident.businessservice.domain.BusinessService;
import uk.jointdesk.incident.businessservice.domain.BusinessService.Critical;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.version.Version;

/** The register of business services. For whom a service is critical is read in the caller's scope. */
@ApplicationScoped
public class ServiceStore {

    private final ScopedDb db;

    public ServiceStore(ScopedDb db) {
        this.db = db;
    }

    public List<BusinessService> all() {
        return db.read(handle -> read(handle, handle.createQuery("select * from business_service order by code")));
    }

    public Optional<BusinessService> find(String code) {
        return db.read(handle -> find(handle, code));
    }

    public BusinessService add(BusinessService service) {
        return db.write(handle -> {
            int added = handle.createUpdate("insert into business_service (code, name, supplier)"
                            + " values (:code, :name, :supplier) on conflict do nothing")
                    .bind("code", service.code())
                    .bind("name", service.name())
                    .bind("supplier", service.supplier())
                    .execute();
            if (added == 0) {
                throw Refusal.conflict("service-exists", "There is a service with this code.");
            }
            insertSpans(handle, service);
            return service;
        });
    }

    public BusinessService change(BusinessService changed, long expectedVersion) {
        return db.write(handle -> {
            long version = handle.createQuery("select version from business_service where code = :code for update")
                    .bind("code", changed.code())
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(Refusal::notFound);
            Version.check(expectedVersion, version);
            handle.createUpdate("update business_service set name = :name, supplier = :supplier,"
                            + " version = version + 1 where code = :code")
                    .bind("code", changed.code())
                    .bind("name", changed.name())
                    .bind("supplier", changed.supplier())
                    .execute();
            handle.createUpdate("delete from business_service_critical where service = :code")
                    .bind("code", changed.code())
                    .execute();
            insertSpans(handle, changed);
            return find(handle, changed.code()).orElseThrow();
        });
    }

    private static void insertSpans(Handle handle, BusinessService service) {
        for (Critical span : service.criticalFor()) {
            handle.createUpdate("insert into business_service_critical (service, partner, critical_from, critical_to)"
                            + " values (:service, :partner, :from, cast(:to as date))")
                    .bind("service", service.code())
                    .bind("partner", span.partner())
                    .bind("from", span.from())
                    .bind("to", span.to())
                    .execute();
        }
    }

    private static Optional<BusinessService> find(Handle handle, String code) {
        Query one = handle.createQuery("select * from business_service where code = :code")
                .bind("code", code);
        return read(handle, one).stream().findFirst();
    }

    private static List<BusinessService> read(Handle handle, Query services) {
        Map<String, List<Critical>> spans = spans(handle);
        return services.map((row, context) -> new BusinessService(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("supplier"),
                        spans.getOrDefault(row.getString("code"), List.of()),
                        row.getLong("version")))
                .list();
    }

    private static Map<String, List<Critical>> spans(Handle handle) {
        record Row(String service, Critical span) {}
        return handle
                .createQuery("select * from business_service_critical order by service, partner, critical_from")
                .map((row, context) -> new Row(
                        row.getString("service"),
                        new Critical(
                                row.getString("partner"),
                                row.getObject("critical_from", LocalDate.class),
                                row.getObject("critical_to", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::service, Collectors.mapping(Row::span, Collectors.toList())));
    }
}
