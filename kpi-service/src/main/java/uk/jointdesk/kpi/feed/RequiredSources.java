package uk.jointdesk.kpi.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.kpi.feed.domain.Progress;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.feed.upstream.Upstream;

/** The sources without whose history this service does not call itself ready; none unless configured. */
@ApplicationScoped
public class RequiredSources {

    private final List<String> sources;
    private final Upstream upstream;
    private final ProgressStore progress;
    private final Clock clock;

    public RequiredSources(
            @ConfigProperty(name = "jointdesk.kpi.required-sources") Optional<List<String>> sources,
            Upstream upstream,
            ProgressStore progress,
            Clock clock) {
        this.sources = sources.orElse(List.of());
        this.upstream = upstream;
        this.progress = progress;
        this.clock = clock;
    }

    public List<String> names() {
        return sources;
    }

    /** Whether everything they brought has been read. */
    public boolean areCoveredBy(Progress now) {
        return sources.isEmpty() || now.coversRequiredSources();
    }

    /** Asks upstream, until it has once been so, whether they have all been imported. */
    Progress look(Progress now) {
        if (sources.isEmpty() || now.sourcesDoneAt() != null) {
            return now;
        }
        if (!sources.stream().allMatch(upstream::hasCompleteImport)) {
            return now;
        }
        progress.sourcesDone(clock.instant());
        return progress.read();
    }
}
