package uk.jointdesk.finance.intake.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import uk.jointdesk.finance.intake.domain.Encoding;

/** Turns the bytes of a body into characters. A byte order mark is believed before anything else, and left out. */
public final class Characters {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LONGEST_MARK = 3;

    private Characters() {}

    /** Opens the same body from its beginning each time. */
    @FunctionalInterface
    public interface Body {
        InputStream open() throws IOException;
    }

    public static Reader of(Body body, Encoding encoding) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(body.open());
        Optional<Charset> marked = marked(bytes);
        Charset charset = marked.isPresent() ? marked.get() : unmarked(body, encoding);
        return new InputStreamReader(bytes, charset);
    }

    private static Charset unmarked(Body body, Encoding encoding) throws IOException {
        return switch (encoding) {
            case UTF_8 -> StandardCharsets.UTF_8;
            case WINDOWS_1252 -> WINDOWS;
            case DETECT -> isUtf8(body) ? StandardCharsets.UTF_8 : WINDOWS;
        };
    }

    private static Optional<Charset> marked(BufferedInputStream bytes) throws IOException {
        bytes.mark(LONGEST_MARK);
        int first = bytes.read();
        int second = bytes.read();
        if (first == 0xfe && second == 0xff) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (first == 0xff && second == 0xfe) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (first == 0xef && second == 0xbb && bytes.read() == 0xbf) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        bytes.reset();
        return Optional.empty();
    }

    private static boolean isUtf8(Body body) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        CharBuffer characters = CharBuffer.allocate(64 * 1024);
        try (InputStream stream = body.open()) {
            boolean more = true;
            while (more) {
                int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
                more = read >= 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, characters.clear(), !more);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return true;
    }
}
