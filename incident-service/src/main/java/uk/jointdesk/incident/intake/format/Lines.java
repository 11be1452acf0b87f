package uk.jointdesk.incident.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a body into lines within a fixed memory, however long a line is: what passes {@link #LONGEST} bytes is counted
 * and thrown away up to the next line break. Lines end with LF or CR LF.
 */
public final class Lines {

    /** The longest line that is read as a row, in bytes. */
    public static final int LONGEST = 64 * 1024;

    private final InputStream body;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private long position;

    private final byte[] line = new byte[LONGEST];

    public Lines(InputStream body) {
        this.body = body;
    }

    /**
     * A line of the body.
     *
     * @param text its characters; of an overlong line, or one that is not UTF-8, only what an excerpt needs
     * @param end the place in the body after its line break
     */
    public record Line(String text, boolean overlong, boolean utf8, long end) {}

    /** The next line, or null at the end of the body. */
    public Line next() throws IOException {
        int length = 0;
        boolean overlong = false;
        boolean any = false;
        while (from < to || fill()) {
            any = true;
            int stop = lineBreak();
            int room = Math.min(stop - from, LONGEST - length);
            System.arraycopy(buffer, from, line, length, room);
            length += room;
            overlong |= room < stop - from;
            boolean ended = stop < to;
            position += stop - from + (ended ? 1 : 0);
            from = stop + (ended ? 1 : 0);
            if (ended) {
                return line(length, overlong);
            }
        }
        return any ? line(length, overlong) : null;
    }

    /** Goes on to a place in the body without looking at what lies before it. */
    public void skipTo(long place) throws IOException {
        while (position < place && (from < to || fill())) {
            int step = (int) Math.min(to - from, place - position);
            from += step;
            position += step;
        }
    }

    private int lineBreak() {
        int at = from;
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, body.read(buffer, 0, buffer.length));
        return to > 0;
    }

    private Line line(int length, boolean overlong) {
        int bare = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        if (overlong) {
            return new Line(lenient(Math.min(bare, 400)), true, true, position);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, bare))
                    .toString();
            return new Line(text, false, true, position);
        } catch (CharacterCodingException notUtf8) {
            return new Line(lenient(Math.min(bare, 400)), false, false, position);
        }
    }

    private String lenient(int length) {
        return new String(Arrays.copyOf(line, length), StandardCharsets.UTF_8);
    }
}
