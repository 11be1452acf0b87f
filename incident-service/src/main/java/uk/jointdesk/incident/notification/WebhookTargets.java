package uk.jointdesk.incident.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.incident.notification.domain.PublicAddress;

/**
 * Where a webhook may go: over HTTPS to public addresses, unless a local start or a test says that private ones are
 * allowed. A name is looked up again before every try. Java keeps an address that it has found for 30 seconds, so the
 * connection goes to the address that was checked and not to one that the name was given in between.
 */
@ApplicationScoped
public class WebhookTargets {

    /** One text for a private address and for none, or subscribers would learn which names exist in our network. */
    private static final String NOT_PUBLIC = "leads to no public address";

    private final boolean allowPrivate;

    public WebhookTargets(@ConfigProperty(name = "jointdesk.webhooks.allow-private") boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** What is wrong with a URL as it is written, wherever its name leads today. */
    public Optional<String> objectionTo(String url) {
        Optional<URI> uri = parse(url);
        if (uri.isEmpty() || uri.get().getHost() == null) {
            return Optional.of("is not a URL");
        }
        if (!mayUse(uri.get().getScheme())) {
            return Optional.of("is an https URL");
        }
        if (uri.get().getUserInfo() != null || uri.get().getFragment() != null) {
            return Optional.of("has neither a user nor a fragment");
        }
        return isLiteral(uri.get().getHost()) ? privateAddress(uri.get()) : Optional.empty();
    }

    /** Why nothing is sent there now. */
    Optional<String> objectionToSending(URI url) {
        Optional<String> written = objectionTo(url.toString());
        return written.isPresent() ? written : privateAddress(url);
    }

    private Optional<String> privateAddress(URI url) {
        if (allowPrivate) {
            return Optional.empty();
        }
        try {
            InetAddress[] addresses = InetAddress.getAllByName(url.getHost());
            boolean allPublic = Arrays.stream(addresses).allMatch(PublicAddress::is);
            return allPublic ? Optional.empty() : Optional.of(NOT_PUBLIC);
        } catch (UnknownHostException unknown) {
            return Optional.of(NOT_PUBLIC);
        }
    }

    private boolean mayUse(String scheme) {
        return "https".equals(scheme) || (allowPrivate && "http".equals(scheme));
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    private static Optional<URI> parse(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }
}
