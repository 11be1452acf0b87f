package uk.jointdesk.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which answers are held against the contract, and what becomes of those that break it. */
@ConfigMapping(prefix = "jointdesk.contracts.answers")
public interface AnswerSampling {

    /** The share of answers that is looked at: 0 none, 1 all. */
    @WithDefault("0.01")
    double sample();

    /** Whether an answer that breaks the contract becomes an error; for tests. */
    @WithDefault("false")
    boolean refuse();

    /** A longer answer is not looked at. */
    @WithDefault("1M")
    MemorySize limit();

    default long longest() {
        return limit().asLongValue();
    }
}
