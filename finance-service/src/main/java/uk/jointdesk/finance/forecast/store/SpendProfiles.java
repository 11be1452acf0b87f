package uk.jointdesk.finance.forecast.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.finance.forecast.domain.SpendProfile;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** Monthly profiles of spending; a register without a partner's rows. */
@ApplicationScoped
public class SpendProfiles {
    private final ScopedDb.Scoped db;
    private final Clock clock;

    public SpendProfiles(ScopedDb db, Clock clock) {
        this.db = db.as(PartnerScope.NONE);
        this.clock = clock;
    }

    public List<SpendProfile> all() {
        return db.read(h -> h.createQuery("select code, title, weights, source from spend_profile order by code")
                .map((row, context) -> new SpendProfile(
                        row.getString("code"),
                        row.getString("title"),
                        Arrays.asList((Integer[]) row.getArray("weights").getArray()),
                        row.getString("source")))
                .list());
    }

    public Optional<SpendProfile> find(String code) {
        return all().stream().filter(profile -> profile.code().equals(code)).findFirst();
    }

    /** False when the code is taken. */
    public boolean add(SpendProfile profile, String by) {
        return db.write(h -> h.createUpdate("insert into spend_profile (code, title, weights, source, recorded_at,"
                                + " recorded_by) values (:code, :title, string_to_array(:weights, ',')::integer[],"
                                + " :source, :now, :by) on conflict do nothing")
                        .bind("code", profile.code())
                        .bind("title", profile.title())
                        .bind("weights", profile.weights().toString().replaceAll("[\\[\\] ]", ""))
                        .bind("source", profile.source())
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .bind("by", by)
                        .execute()
                == 1);
    }
}
