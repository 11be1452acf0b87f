package uk.jointdesk.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Says to a server exactly these bytes and hears everything that it answers. */
public final class RawWire {

    private static final int PATIENCE_MILLIS = 1_500;

    private RawWire() {}

    /** What came back until the server closed the connection or fell silent. */
    public static Heard say(URI server, String bytes) throws IOException {
        return say(server, bytes, PATIENCE_MILLIS);
    }

    /** The same of a server that may be silent for so long. */
    public static Heard say(URI server, String bytes, int patienceMillis) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
            return say(socket, bytes, patienceMillis);
        }
    }

    /** The same on a connection that is there already, such as an encrypted one. */
    public static Heard say(Socket connected, String bytes) throws IOException {
        return say(connected, bytes, PATIENCE_MILLIS);
    }

    private static Heard say(Socket connected, String bytes, int patienceMillis) throws IOException {
        connected.setSoTimeout(patienceMillis);
        connected.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        connected.getOutputStream().flush();
        return hear(connected.getInputStream());
    }

    private static Heard hear(InputStream answer) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        try {
            for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
                heard.write(buffer, 0, read);
            }
            return new Heard(heard.toString(StandardCharsets.ISO_8859_1), true);
        } catch (SocketTimeoutException silent) {
            return new Heard(heard.toString(StandardCharsets.ISO_8859_1), false);
        }
    }

    /**
     * @param text every byte of the answers
     * @param closed whether the server ended the connection
     */
    public record Heard(String text, boolean closed) {

        /** How many answers came. */
        public int answers() {
            return text.split("HTTP/1\\.[01] \\d{3}", -1).length - 1;
        }

        /** Of the first answer; 0 if none came. */
        public int status() {
            return text.isEmpty() ? 0 : Integer.parseInt(text.substring(9, 12));
        }
    }
}
