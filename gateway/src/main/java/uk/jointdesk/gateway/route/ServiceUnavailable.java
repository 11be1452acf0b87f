package uk.jointdesk.gateway.route;

import uk.jointdesk.gateway.problem.Problem;

/** A service did not answer, or not in a way the gateway can use. */
public final class ServiceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Service service;

    public ServiceUnavailable(Service service, Throwable cause) {
        super(service.title() + " does not answer", cause);
        this.service = service;
    }

    public Problem problem() {
        return new Problem(502, "upstream-unavailable", service.title() + " does not answer; try again in a moment.");
    }
}
