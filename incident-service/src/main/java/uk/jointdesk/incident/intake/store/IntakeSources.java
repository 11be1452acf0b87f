package uk.jointdesk.incident.intake.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import uk.jointdesk.incident.intake.domain.IntakeSource;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The registered desks. */
@ApplicationScoped
public class IntakeSources {

    private final ScopedDb db;

    public IntakeSources(ScopedDb db) {
        this.db = db;
    }

    public Optional<IntakeSource> find(String code) {
        return db.as(PartnerScope.NONE)
                .read(handle -> handle.createQuery("select code, client, partner from intake_source where code = :code")
                        .bind("code", code)
                        .map((row, context) -> new IntakeSource(
                                row.getString("code"), row.getString("client"), row.getString("partner")))
                        .findOne());
    }
}
