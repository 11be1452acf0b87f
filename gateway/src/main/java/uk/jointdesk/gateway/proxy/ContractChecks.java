package uk.jointdesk.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.gateway.problem.Problems;

/** Puts the contract between callers and services, in both directions. */
@ApplicationScoped
public class ContractChecks {

    private final RequestsKeepContract requests;
    private final AnswersKeepContract answers;

    public ContractChecks(
            Whose whose,
            ContractMetrics metrics,
            Problems problems,
            AnswerSampling sampling,
            @ConfigProperty(name = "jointdesk.contracts.json-limit") MemorySize longest,
            @ConfigProperty(name = "jointdesk.proxy.silence") Duration patience) {
        this.requests = new RequestsKeepContract(whose, metrics, problems, longest.asLongValue(), patience);
        this.answers = new AnswersKeepContract(metrics, problems, sampling);
    }

    HttpProxy on(HttpProxy proxy) {
        return proxy.addInterceptor(new EndAnnounced()).addInterceptor(requests).addInterceptor(answers);
    }
}
