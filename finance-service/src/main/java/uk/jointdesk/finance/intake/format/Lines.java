package uk.jointdesk.finance.intake.format;

import java.io.IOException;
import java.io.Reader;

/**
 * Cuts a body into lines within a fixed memory, however long a line is: what passes {@link #LONGEST} characters is
 * counted and thrown away. Lines end with LF, CR LF or CR alone, as old spreadsheets on a Macintosh write.
 */
final class Lines {
    static final int LONGEST = 64 * 1024;
    private final Reader body;
    private final char[] buffer = new char[64 * 1024];
    private final StringBuilder line = new StringBuilder();
    private int from;
    private int to;
    private long number;

    Lines(Reader body) {
        this.body = body;
    }

    /** @param number counted from 1 */
    record Line(long number, String text, boolean overlong) {}

    /** The next line, or null at the end of the body. */
    Line next() throws IOException {
        line.setLength(0);
        boolean overlong = false;
        boolean any = false;
        while (from < to || fill()) {
            any = true;
            int stop = lineBreak();
            int room = Math.min(stop - from, LONGEST - line.length());
            line.append(buffer, from, room);
            overlong |= room < stop - from;
            from = stop;
            if (stop < to) {
                passBreak();
                break;
            }
        }
        return any ? new Line(++number, line.toString(), overlong) : null;
    }

    private int lineBreak() {
        int at = from;
        while (at < to && buffer[at] != '\n' && buffer[at] != '\r') {
            at++;
        }
        return at;
    }

    private void passBreak() throws IOException {
        boolean carriageReturn = buffer[from++] == '\r';
        if (carriageReturn && (from < to || fill()) && buffer[from] == '\n') {
            from++;
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, body.read(buffer, 0, buffer.length));
        return to > 0;
    }
}
