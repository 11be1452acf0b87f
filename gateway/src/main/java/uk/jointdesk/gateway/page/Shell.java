package uk.jointdesk.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import uk.jointdesk.gateway.identity.Caller;

/** What every page has around it. */
@ApplicationScoped
public class Shell {

    private static final String WEBJAR = "META-INF/maven/org.webjars.npm/govuk-frontend/pom.properties";

    private final String govukStyles;

    public Shell() {
        this.govukStyles = "/webjars/govuk-frontend/" + version() + "/dist/govuk/govuk-frontend.min.css";
    }

    public Frame anonymous() {
        return new Frame(govukStyles, null);
    }

    public Frame of(Caller caller) {
        return new Frame(govukStyles, caller.name());
    }

    /** The web jar knows its own version; the address of the style sheet follows it. */
    private static String version() {
        try (InputStream described =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(WEBJAR)) {
            Properties properties = new Properties();
            properties.load(described);
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * @param govukStyles address of the GOV.UK style sheet
     * @param reader who is signed in; null for nobody
     */
    public record Frame(String govukStyles, String reader) {}
}
