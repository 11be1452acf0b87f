package uk.jointdesk.incident.majorincident.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.incident.majorincident.domain.Audience;
import uk.jointdesk.incident.majorincident.domain.Cadence.Promise;

/** What the councils affected are promised when nothing else is agreed: an update every so often, by priority. */
@ApplicationScoped
public class DefaultCadence {

    private final Duration ofP1;
    private final Duration ofP2;

    public DefaultCadence(
            @ConfigProperty(name = "jointdesk.major-incident.update-every.p1") Duration ofP1,
            @ConfigProperty(name = "jointdesk.major-incident.update-every.p2") Duration ofP2) {
        this.ofP1 = ofP1;
        this.ofP2 = ofP2;
    }

    List<Promise> promises(String priority) {
        Duration every = "P2".equals(priority) ? ofP2 : ofP1;
        return List.of(new Promise(Audience.COUNCILS, (int) every.toMinutes()));
    }
}
