package uk.jointdesk.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.problem.Problem;

/** How often requests and answers do not keep the contract, by operation. */
@ApplicationScoped
public class ContractMetrics {

    private static final Logger LOG = Logger.getLogger(ContractMetrics.class);

    private final MeterRegistry meters;

    public ContractMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void refused(Admission.Admitted admitted, Problem problem) {
        meters.counter(
                        "jointdesk.gateway.contract.refused",
                        "service",
                        admitted.service().title(),
                        "operation",
                        admitted.operation().name(),
                        "code",
                        problem.code())
                .increment();
    }

    /** @param how names places and rules, never what stood there */
    void broken(Admission.Admitted admitted, int status, String how) {
        LOG.warnf(
                "%s breaks the contract of %s with its answer %d: %s",
                admitted.service().title(), admitted.operation().name(), status, how);
        meters.counter(
                        "jointdesk.gateway.contract.broken",
                        "service",
                        admitted.service().title(),
                        "operation",
                        admitted.operation().name())
                .increment();
    }
}
