package uk.jointdesk.system.badinput;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A body that begins well, goes on with one line of the given length, and is never in memory as a whole. */
final class EndlessLine extends InputStream {

    private final byte[] beginning;
    private final long length;
    private long position;

    EndlessLine(String beginning, long length) {
        this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
        this.length = length;
    }

    @Override
    public int read() {
        if (position >= beginning.length + length) {
            return -1;
        }
        int next = position < beginning.length ? beginning[(int) position] : 'x';
        position++;
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        if (position < beginning.length) {
            target[offset] = (byte) read();
            return 1;
        }
        int filled = (int) Math.min(count, beginning.length + length - position);
        if (filled <= 0) {
            return -1;
        }
        Arrays.fill(target, offset, offset + filled, (byte) 'x');
        position += filled;
        return filled;
    }
}
