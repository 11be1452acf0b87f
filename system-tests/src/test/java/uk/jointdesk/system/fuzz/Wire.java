package uk.jointdesk.system.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One request on a connection of its own, byte for byte, and all that is answered. No client library lies between, which
 * would mend what is sent or refuse to send it.
 */
final class Wire {

    /** A head that promises events without end; nobody waits for them. */
    private static final String STREAM = "text/event-stream";

    private static final int HEAD = 4_096;

    private final URI server;
    private final Duration patience;

    Wire(String server, Duration patience) {
        this.server = URI.create(server);
        this.patience = patience;
    }

    Heard ask(Request request) {
        long began = System.nanoTime();
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        boolean ended = false;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), (int) patience.toMillis());
            say(socket, request.bytes(server.getAuthority()));
            ended = hear(socket, heard, began + patience.toNanos());
        } catch (IOException broken) {
            // Whoever refuses a body unread may cut the line; what came before that is the answer.
            ended = true;
        }
        return Heard.of(heard.toByteArray(), (System.nanoTime() - began) / 1_000_000, ended);
    }

    private static void say(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException refusedMeanwhile) {
            // The answer may be there already.
        }
    }

    private static boolean hear(Socket socket, ByteArrayOutputStream heard, long until) throws IOException {
        InputStream answer = socket.getInputStream();
        byte[] buffer = new byte[16_384];
        try {
            while (!isStream(heard)) {
                socket.setSoTimeout((int) Math.max(1, (until - System.nanoTime()) / 1_000_000));
                int read = answer.read(buffer);
                if (read < 0 || System.nanoTime() > until) {
                    return read < 0;
                }
                heard.write(buffer, 0, read);
            }
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    private static boolean isStream(ByteArrayOutputStream heard) {
        if (heard.size() == 0 || heard.size() > HEAD) {
            return false;
        }
        String begun = heard.toString(StandardCharsets.ISO_8859_1);
        return begun.contains(STREAM) && begun.contains("\r\n\r\n") && begun.startsWith("HTTP/1.1 200");
    }
}
