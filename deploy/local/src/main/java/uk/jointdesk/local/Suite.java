package uk.jointdesk.local;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import uk.jointdesk.local.demo.DemoBills;
import uk.jointdesk.local.demo.DemoData;
import uk.jointdesk.local.http.Http;
import uk.jointdesk.local.http.Readiness;
import uk.jointdesk.local.keycloak.KeycloakServer;
import uk.jointdesk.local.postgres.Cluster;
import uk.jointdesk.local.postgres.Databases;
import uk.jointdesk.local.process.Child;
import uk.jointdesk.local.process.Register;
import uk.jointdesk.local.service.Services;

/**
 * The whole suite on one machine: PostgreSQL, Keycloak, the services, the gateway and the demo data. Closing it stops
 * the services first, then Keycloak, PostgreSQL last.
 */
public final class Suite implements AutoCloseable {

    /** Generous, because the first start on a busy machine builds, migrates and imports. */
    private static final Duration START = Duration.ofMinutes(10);

    private static final Duration STOP = Duration.ofSeconds(20);

    private final Installation installation;
    private final Settings settings;
    private final Progress progress;
    private final DataDir dataDir;
    private final Register register;
    private final Services services;
    private final Http http = new Http();
    private final Readiness readiness = new Readiness(http, this::anyEnded);
    private final Map<Part, Child> children = new EnumMap<>(Part.class);
    private Cluster cluster;
    private boolean closing;

    private Suite(Installation installation, Settings settings, Progress progress) {
        this.installation = installation;
        this.settings = settings;
        this.progress = progress;
        this.dataDir = DataDir.open(settings.dataDir());
        this.register = new Register(dataDir.child("processes"));
        this.services = new Services(installation, settings);
    }

    /** Takes the data directory and clears what a killed start left; nothing runs yet. */
    public static Suite open(Installation installation, Settings settings, Progress progress) {
        Suite suite = new Suite(installation, settings, progress);
        try {
            suite.clear();
            return suite;
        } catch (RuntimeException e) {
            suite.dataDir.close();
            throw e;
        }
    }

    private void clear() {
        List<String> ended = register.endLeftovers();
        if (!ended.isEmpty()) {
            progress.say("Ended what the last start had left running: " + String.join(", ", ended));
        }
        Cluster.endLeftover(dataDir);
        settings.ports().taken().ifPresent(said -> {
            throw new CannotStart(said);
        });
        if (settings.reset()) {
            dataDir.empty();
        }
    }

    /** Starts everything and returns when the gateway says that the suite, demo data included, is ready. */
    public void start() {
        CompletableFuture<Void> keycloak = CompletableFuture.runAsync(this::startKeycloak);
        startDatabases();
        Services.IN_ORDER.forEach(this::startService);
        join(keycloak);
        awaitService(Part.INCIDENT);
        if (settings.demo()) {
            awaitService(Part.FINANCE);
            new DemoBills(http, url(Part.FINANCE), () -> token("finance"), progress).ensure();
            new DemoData(http, url(Part.INCIDENT), this::token, progress).ensure();
        }
        progress.say("Waiting until every service has caught up");
        awaitService(Part.GATEWAY);
    }

    private void startKeycloak() {
        KeycloakServer keycloak = new KeycloakServer(
                installation.keycloak(), dataDir, settings.ports().of(Part.KEYCLOAK));
        keycloak.prepare(register, progress);
        Child child = launch(Part.KEYCLOAK, () -> keycloak.start(register));
        readiness.await(child, issuer() + "/.well-known/openid-configuration", START);
        progress.say("Keycloak is up: " + issuer());
    }

    private synchronized void startDatabases() {
        refuseWhenClosing();
        cluster = Cluster.start(
                dataDir, installation.postgresBinaries(), settings.ports().of(Part.POSTGRES));
        new Databases(cluster.superuser()).prepare();
        progress.say("PostgreSQL is up: port " + settings.ports().of(Part.POSTGRES));
    }

    private void startService(Part part) {
        launch(part, () -> services.of(part).start(dataDir, register));
    }

    private synchronized Child launch(Part part, Supplier<Child> start) {
        refuseWhenClosing();
        Child child = start.get();
        children.put(part, child);
        return child;
    }

    private void refuseWhenClosing() {
        if (closing) {
            throw new CannotStart("Stopped while starting.");
        }
    }

    private void awaitService(Part part) {
        Child child = child(part);
        readiness.await(child, services.of(part).readiness(), START);
        progress.say(child.name() + " is ready");
    }

    private static void join(CompletableFuture<Void> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The process of one part, to look at or, in a test of crashes, to kill. */
    public synchronized Child child(Part part) {
        return children.get(part);
    }

    /** Starts a service again that was killed, and waits until it answers its readiness check with 200. */
    public void restart(Part part) {
        startService(part);
        awaitService(part);
    }

    public String url(Part part) {
        return "http://127.0.0.1:" + settings.ports().of(part);
    }

    public String issuer() {
        return KeycloakServer.issuer(settings.ports().of(Part.KEYCLOAK));
    }

    /** An access token of one of the realm's clients, whose secret is its name followed by {@code -secret}. */
    public String token(String client) {
        return http.token(issuer(), client, client + "-secret");
    }

    public DataDir dataDir() {
        return dataDir;
    }

    private synchronized Optional<Child> anyEnded() {
        return children.values().stream().filter(child -> !child.alive()).findFirst();
    }

    /** Ends when any process of the suite does, and says which: none of them ends by itself in good health. */
    public Child awaitAnyEnd() {
        CompletableFuture<?>[] ends;
        synchronized (this) {
            ends = children.values().stream().map(Child::onExit).toArray(CompletableFuture[]::new);
        }
        return (Child) CompletableFuture.anyOf(ends).join();
    }

    /** Whether somebody has asked for the end, so that processes ending is no news. */
    public synchronized boolean closing() {
        return closing;
    }

    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        List<Child> running = Services.IN_ORDER.stream()
                .map(children::get)
                .filter(Objects::nonNull)
                .toList();
        running.forEach(Child::askToStop);
        running.forEach(child -> child.awaitEnd(STOP));
        Child keycloak = children.get(Part.KEYCLOAK);
        if (keycloak != null) {
            keycloak.askToStop();
            keycloak.awaitEnd(STOP);
        }
        register.endLeftovers();
        if (cluster != null) {
            cluster.close();
        }
        dataDir.close();
    }
}
