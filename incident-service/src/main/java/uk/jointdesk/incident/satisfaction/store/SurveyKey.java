package uk.jointdesk.incident.satisfaction.store;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** What signs the links of surveys; the same for every server of the installation. */
@ApplicationScoped
public class SurveyKey {

    private final ScopedDb db;
    private volatile byte[] read;

    public SurveyKey(ScopedDb db) {
        this.db = db;
    }

    public byte[] bytes() {
        if (read == null) {
            read = db.as(PartnerScope.NONE).write(handle -> handle.createQuery("select key from survey_key")
                    .mapTo(byte[].class)
                    .one());
        }
        return read;
    }
}
