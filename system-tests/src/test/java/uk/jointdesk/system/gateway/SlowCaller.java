package uk.jointdesk.system.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Somebody who says a byte or hears a few, whenever it is told to. */
final class SlowCaller {

    /** Small, so that what it does not read is the gateway's to keep. */
    private static final int ROOM = 4_096;

    private static final int HARDLY_ANYTHING = 4;
    /** As much of the answer as says what became of the request. */
    private static final int REMEMBERED = 1_000;

    private final SocketChannel channel;
    private final ByteBuffer said;
    private final ByteBuffer room;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private boolean ended;

    private SlowCaller(SocketChannel channel, String slowly, int bytesHeardAtATime) {
        this.channel = channel;
        this.said = ByteBuffer.wrap(slowly.getBytes(StandardCharsets.US_ASCII));
        this.room = ByteBuffer.allocate(bytesHeardAtATime);
    }

    static SlowCaller withSlowHead(URI door) throws IOException {
        String head = "GET /api/v1/tickets HTTP/1.1\r\nHost: x\r\nX-Slow: ";
        return new SlowCaller(connect(door, head), "x".repeat(1_000), ROOM);
    }

    static SlowCaller withSlowBody(URI door, String token) throws IOException {
        String head = "POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
        return new SlowCaller(connect(door, head), " ".repeat(999), ROOM);
    }

    static SlowCaller hearingSlowly(URI door, String token, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        return new SlowCaller(connect(door, request), "", HARDLY_ANYTHING);
    }

    private static SocketChannel connect(URI door, String first) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, ROOM);
        channel.connect(new InetSocketAddress(door.getHost(), door.getPort()));
        channel.write(ByteBuffer.wrap(first.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        return channel;
    }

    /** Hears a little and says one byte more. */
    void move() {
        if (ended) {
            return;
        }
        try {
            hear();
            if (!ended && said.hasRemaining()) {
                int written = channel.write(said.slice().limit(1));
                said.position(said.position() + written);
            }
        } catch (IOException cutOff) {
            end();
        }
    }

    private void hear() throws IOException {
        int read = channel.read(room.clear());
        if (read > 0 && heard.size() < REMEMBERED) {
            heard.write(room.array(), 0, read);
        }
        if (read < 0) {
            end();
        }
    }

    void end() {
        ended = true;
        try {
            channel.close();
        } catch (IOException closed) {
            // Then it is closed.
        }
    }

    /** Whether it is still connected, as far as it knows. */
    boolean isThere() {
        return !ended;
    }

    /** What it was told, 0 if nothing. */
    int status() {
        String text = heard.toString(StandardCharsets.US_ASCII);
        return text.length() < 12 ? 0 : Integer.parseInt(text.substring(9, 12));
    }
}
