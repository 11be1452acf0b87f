package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.gateway.identity.Caller;
import uk.jointdesk.gateway.partner.Partner;
import uk.jointdesk.gateway.partner.PartnerRegister;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Refusal;

/** Whose contracts a caller may read, and the contracts themselves. */
@ApplicationScoped
public class Contracts {

    private static final Set<String> ROLES = Set.of(
            "borough-client",
            "service-desk",
            "incident-manager",
            "desk-integration",
            "performance-analyst",
            "finance-officer",
            "board-member",
            "auditor",
            "platform-admin",
            "suite-service");

    private final ServiceApis apis;
    private final PartnerRegister register;
    private final URI issuer;
    private final Optional<URI> publicAddress;
    private final ContractDressing dressing;

    public Contracts(
            ServiceApis apis,
            PartnerRegister register,
            ContractDressing dressing,
            @ConfigProperty(name = "jointdesk.issuer") URI issuer,
            @ConfigProperty(name = "jointdesk.public-url") Optional<URI> publicAddress) {
        this.apis = apis;
        this.register = register;
        this.dressing = dressing;
        this.issuer = issuer;
        this.publicAddress = publicAddress;
    }

    /** Every partner for a caller of every partner's scope; else those the caller speaks for. */
    public Future<List<Partner>> partnersOf(Caller caller) {
        return register.all(caller).map(partners -> partners.stream()
                .filter(partner -> partner.isSpokenForBy(caller.scope()))
                .toList());
    }

    /**
     * The terms of a partner's contract.
     *
     * @param role null for all roles of that partner's clients; only a caller of every partner's scope may ask for
     *     another
     */
    public Future<ContractTerms> termsFor(Caller caller, String partner, String role) {
        return register.speaksFor(caller, partner)
                .compose(
                        yes -> yes ? register.find(caller, partner) : Future.succeededFuture(Optional.<Partner>empty()))
                .map(found -> found.orElseThrow(() -> new Refusal(Problem.NOT_FOUND)))
                .map(found -> new ContractTerms(found.code(), found.name(), roles(caller, role)));
    }

    private static Set<String> roles(Caller caller, String role) {
        if (role == null) {
            return ContractTerms.PARTNER_ROLES;
        }
        if (!ROLES.contains(role)) {
            throw new Refusal(new Problem(400, "role-unknown", "There is no such role."));
        }
        if (!caller.scope().all() && !ContractTerms.PARTNER_ROLES.contains(role)) {
            throw new Refusal(Problem.NOT_ALLOWED);
        }
        return Set.of(role);
    }

    public Future<ObjectNode> assemble(ContractTerms terms, HttpServerRequest request) {
        URI server = publicAddress.orElseGet(() -> URI.create(request.scheme() + "://" + request.authority()));
        return apis.all().map(all -> dressing.dress(new ContractAssembly(server, issuer).assemble(terms, all), terms));
    }
}
