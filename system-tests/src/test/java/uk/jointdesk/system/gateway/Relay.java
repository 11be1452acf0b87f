package uk.jointdesk.system.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a gateway and a service and passes their bytes, until a test wants an answer lost. */
final class Relay implements AutoCloseable {

    private final int service;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<Loss> loss = new AtomicReference<>();
    private volatile boolean mute;

    /** What happens instead of the answer to the next request that begins so. */
    private record Loss(String request, Runnable instead) {}

    Relay(URI service) throws IOException {
        this.service = service.getPort();
        this.server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** From now on the service hears everything, and nothing that it says arrives. */
    void mute() {
        mute = true;
    }

    void unmute() {
        mute = false;
    }

    /** The service does what the next such request asks; when it begins to say so, this happens and nobody hears it. */
    void loseAnswerTo(String request, Runnable instead) {
        loss.set(new Loss(request, instead));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket gateway = server.accept();
                threads.execute(() -> connect(gateway));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket gateway) {
        try (gateway;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), service)) {
            AtomicReference<Loss> here = new AtomicReference<>();
            threads.execute(() -> quietly(() -> answer(upstream, gateway, here)));
            ask(gateway, upstream, here);
        } catch (IOException ended) {
            // Whoever ended it, both sides are closed now and hear it so.
        }
    }

    private void ask(Socket gateway, Socket upstream, AtomicReference<Loss> here) throws IOException {
        byte[] buffer = new byte[16_384];
        InputStream from = gateway.getInputStream();
        OutputStream to = upstream.getOutputStream();
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
            Loss wanted = loss.get();
            if (wanted != null && text.startsWith(wanted.request()) && loss.compareAndSet(wanted, null)) {
                here.set(wanted);
            }
            to.write(buffer, 0, read);
        }
    }

    private void answer(Socket upstream, Socket gateway, AtomicReference<Loss> here) throws IOException {
        byte[] buffer = new byte[16_384];
        InputStream from = upstream.getInputStream();
        OutputStream to = gateway.getOutputStream();
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            Loss wanted = here.getAndSet(null);
            if (wanted != null) {
                wanted.instead().run();
                break;
            }
            if (!mute) {
                to.write(buffer, 0, read);
            }
        }
        gateway.close();
        upstream.close();
    }

    private interface Passing {
        void run() throws IOException;
    }

    private static void quietly(Passing passing) {
        try {
            passing.run();
        } catch (IOException ended) {
            // The other direction closes both.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
