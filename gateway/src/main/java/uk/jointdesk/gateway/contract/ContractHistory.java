package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.gateway.contract.change.Change;
import uk.jointdesk.gateway.contract.change.Comparison;

/** What changed of a contract from version to version; each reader sees the changes of what they may call. */
@ApplicationScoped
public class ContractHistory {

    private static final URI SAME = URI.create("https://jointdesk.example");

    private final ServiceApis apis;
    private final Vertx vertx;
    private List<Kept> kept;

    public ContractHistory(ServiceApis apis, Vertx vertx) {
        this.apis = apis;
        this.vertx = vertx;
    }

    /** The latest step first; compared on a thread that may take its time. */
    Future<List<Step>> of(ContractTerms terms) {
        return apis.all().compose(now -> vertx.executeBlocking(() -> steps(terms, now), false));
    }

    private List<Step> steps(ContractTerms terms, List<ServiceApi> now) {
        List<Step> steps = new ArrayList<>();
        JsonNode later = contract(terms, now);
        String version = Releases.current();
        LocalDate date = null;
        for (Kept former : released()) {
            JsonNode earlier = contract(terms, former.apis());
            steps.add(new Step(version, date, former.release().version(), Comparison.between(earlier, later)));
            later = earlier;
            version = former.release().version();
            date = former.release().date();
        }
        return List.copyOf(steps);
    }

    /** Read once, when first asked for. */
    private synchronized List<Kept> released() {
        if (kept == null) {
            kept = Releases.released().stream()
                    .map(release -> new Kept(release, release.apis()))
                    .toList();
        }
        return kept;
    }

    private static JsonNode contract(ContractTerms terms, List<ServiceApi> apis) {
        return new ContractAssembly(SAME, SAME).assemble(terms, apis);
    }

    private record Kept(Releases.Release release, List<ServiceApi> apis) {}

    /**
     * From one version to the next.
     *
     * @param date when it was released; null for what is not released yet
     * @param since the version before
     */
    public record Step(String version, LocalDate date, String since, List<Change> changes) {}
}
