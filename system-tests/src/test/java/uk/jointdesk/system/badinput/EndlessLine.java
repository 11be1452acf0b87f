package uk.jointdesk.system.badinput;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A body with one line of the given length in its middle, never in memory as a whole. */
public final class EndlessLine extends SequenceInputStream {

    public EndlessLine(String before, long length, String after) {
        super(Collections.enumeration(List.of(text(before), new Filling(length), text(after))));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Filling extends InputStream {

        private long left;

        Filling(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            if (left <= 0) {
                return -1;
            }
            int filled = (int) Math.min(count, left);
            Arrays.fill(target, offset, offset + filled, (byte) 'x');
            left -= filled;
            return filled;
        }
    }
}
