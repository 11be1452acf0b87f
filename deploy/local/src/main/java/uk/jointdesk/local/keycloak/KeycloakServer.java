package uk.jointdesk.local.keycloak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.jointdesk.local.DataDir;
import uk.jointdesk.local.Progress;
import uk.jointdesk.local.process.Child;
import uk.jointdesk.local.process.Register;

/** Keycloak with the realm {@code jointdesk} of the local start, on the loopback address. */
public final class KeycloakServer {

    private static final String REALM_PATH = "/realms/jointdesk";

    private final KeycloakHome home;
    private final DataDir dataDir;
    private final int port;

    public KeycloakServer(Path home, DataDir dataDir, int port) {
        this.home = new KeycloakHome(home);
        this.dataDir = dataDir;
        this.port = port;
    }

    /** Builds the server for the options used here, the first time only: about half a minute. */
    public void prepare(Register register, Progress progress) {
        if (home.prepare(dataDir.freshLog("keycloak-build"), register)) {
            progress.say("Keycloak is built");
        }
    }

    public Child start(Register register) {
        Child.Command command = new Child.Command("Keycloak", line(), Map.of(), dataDir.path());
        return Child.start(command, dataDir.freshLog("keycloak"), register);
    }

    /** The issuer in every token: always by the name {@code localhost}, whatever address a client came by. */
    public static String issuer(int port) {
        return url(port) + REALM_PATH;
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }

    private List<String> line() {
        List<String> options = new ArrayList<>(List.of("start", "--optimized", "--import-realm"));
        options.add("--http-enabled=true");
        options.add("--http-host=127.0.0.1");
        options.add("--http-port=" + port);
        options.add("--hostname=" + url(port));
        options.add("--db-url=" + databaseUrl());
        return home.line(options);
    }

    /**
     * Keycloak keeps its few users and sessions in its own file. The name carries the realm's digest, because an
     * import never changes a realm that is there already: another realm description begins another file.
     */
    private String databaseUrl() {
        Path file = dataDir.child("keycloak").resolve("realm-" + home.realmDigest());
        return "jdbc:h2:file:" + file + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0";
    }
}
