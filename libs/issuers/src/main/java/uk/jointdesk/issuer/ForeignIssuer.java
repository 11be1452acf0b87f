package uk.jointdesk.issuer;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A council's own identity provider: for whom and with which roles its tokens may speak at most. What it says beyond
 * that is never cut to fit, because a token that claims too much is either a mistake somebody should hear of or an
 * attempt.
 *
 * @param name what its clients are called after
 * @param url as it stands in the tokens
 * @param partners partner codes; never all
 * @param roles roles of the suite; never those that run it
 * @param audience for whom its tokens must be meant, any of these
 * @param partnerClaim where its tokens name partners
 * @param roleClaim where its tokens name roles, a path with slashes
 */
public record ForeignIssuer(
        String name,
        String url,
        Set<String> partners,
        Set<String> roles,
        Set<String> audience,
        String partnerClaim,
        String roleClaim) {

    /** The roles that the suite knows. */
    static final Set<String> SUITE_ROLES = Set.of(
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

    /** Who runs the suite is known to its own provider only. */
    private static final Set<String> NEVER = Set.of("platform-admin", "suite-service");

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");
    private static final String EVERYBODY = "*";
    private static final String PARTNER = "[A-Z0-9]{1,16}";

    public ForeignIssuer {
        partners = Set.copyOf(partners);
        roles = Set.copyOf(roles);
        audience = Set.copyOf(audience);
        require(name.matches("[a-z][a-z0-9-]{0,30}"), name, "has a name that is not in small letters");
        require(isSafe(url), name, "needs an https url");
        require(!partners.isEmpty(), name, "names no partners");
        require(partners.stream().allMatch(code -> code.matches(PARTNER)), name, "names what cannot be a partner");
        require(!roles.isEmpty() && SUITE_ROLES.containsAll(roles), name, "may give a role that there is not");
        require(roles.stream().noneMatch(NEVER::contains), name, "may not let anybody run the suite");
        require(!audience.isEmpty(), name, "needs an audience");
    }

    private static void require(boolean kept, String name, String broken) {
        if (!kept) {
            throw new IllegalArgumentException("jointdesk.issuers." + name + " " + broken);
        }
    }

    /** Keys that come over a plain line could be anybody's. */
    private static boolean isSafe(String url) {
        URI address = URI.create(url);
        if (address.getHost() == null) {
            return false;
        }
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && HERE.contains(address.getHost()));
    }

    /** Its clients and people as everybody else knows them: theirs and those of another provider never meet. */
    public String own(String id) {
        return name + "/" + id;
    }

    /** What a token claims beyond what this provider may say, in words for who sent it. */
    public Optional<String> beyond(Collection<String> claimedPartners, Collection<String> claimedRoles) {
        return firstOutside(claimedPartners, partners)
                .map(code -> "The issuer of this token may not speak for " + named(code) + ".")
                .or(() -> firstOutside(suiteRoles(claimedRoles), roles)
                        .map(role -> "The issuer of this token may not give the role " + role + "."));
    }

    /** What its tokens say about other programs is not for us. */
    private static Set<String> suiteRoles(Collection<String> claimed) {
        Set<String> known = new TreeSet<>(claimed);
        known.retainAll(SUITE_ROLES);
        return known;
    }

    private static Optional<String> firstOutside(Collection<String> claimed, Set<String> allowed) {
        return claimed.stream().filter(each -> !allowed.contains(each)).findFirst();
    }

    private static String named(String code) {
        if (EVERYBODY.equals(code)) {
            return "every partner";
        }
        return code.matches(PARTNER) ? code : "a partner that there cannot be";
    }
}
