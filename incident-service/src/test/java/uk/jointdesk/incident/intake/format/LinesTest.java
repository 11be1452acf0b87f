package uk.jointdesk.incident.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void lines_end_with_line_feed_or_both_and_the_last_one_with_the_body() throws IOException {
        assertThat(texts("one\ntwo\r\n\nthree")).containsExactly("one", "two", "", "three");
    }

    @Test
    void an_empty_body_has_no_line() throws IOException {
        assertThat(texts("")).isEmpty();
        assertThat(texts("\n")).containsExactly("");
    }

    @Test
    void a_line_of_exactly_the_longest_length_is_read() throws IOException {
        String longest = "x".repeat(Lines.LONGEST);
        Lines lines = lines(longest + "\nnext");
        assertThat(lines.next().text()).isEqualTo(longest);
        assertThat(lines.next().text()).isEqualTo("next");
    }

    @Test
    void an_overlong_line_is_passed_over_and_the_next_one_read() throws IOException {
        Lines lines = lines("first\n" + "x".repeat(3 * Lines.LONGEST + 17) + "\nlast\n");
        assertThat(lines.next().overlong()).isFalse();
        Lines.Line overlong = lines.next();
        assertThat(overlong.overlong()).isTrue();
        assertThat(overlong.text()).hasSize(400);
        assertThat(lines.next().text()).isEqualTo("last");
        assertThat(lines.next()).isNull();
    }

    @Test
    void a_line_that_is_not_utf8_is_marked() throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(new byte[] {'a', (byte) 0xe9, '\n', 'b'}));
        assertThat(lines.next().utf8()).isFalse();
        assertThat(lines.next().text()).isEqualTo("b");
    }

    @Test
    void reading_goes_on_at_the_end_of_any_line() throws IOException {
        String body = "one\r\ntwo\n" + "x".repeat(100_000) + "\nthree\nfour";
        Lines whole = lines(body);
        List<String> rest = texts(body);
        for (Lines.Line line = whole.next(); line != null; line = whole.next()) {
            rest.remove(0);
            Lines resumed = lines(body);
            resumed.skipTo(line.end());
            assertThat(texts(resumed)).isEqualTo(rest);
        }
    }

    @Test
    void a_line_without_an_end_needs_no_more_memory_than_a_short_one() throws IOException {
        Lines lines = new Lines(endless(200_000_000));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(lines.next().overlong()).isTrue();
        assertThat(lines.next()).isNull();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    }

    private static InputStream endless(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int wanted) {
                int given = (int) Math.min(wanted, left);
                Arrays.fill(buffer, offset, offset + given, (byte) 'x');
                left -= given;
                return given == 0 ? -1 : given;
            }
        };
    }

    private static Lines lines(String body) {
        return new Lines(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(String body) throws IOException {
        return texts(lines(body));
    }

    private static List<String> texts(Lines lines) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            texts.add(line.text());
        }
        return texts;
    }
}
