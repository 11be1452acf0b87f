package uk.jointdesk.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DatasetTest {

    @Test
    void the_real_history_is_whole_and_small_enough_to_ship() throws IOException {
        assertThat(lines(Dataset.serviceNow().body().get())).isEqualTo(141_712 + 1);
        try (InputStream stream = Dataset.serviceNow().body().get()) {
            assertThat(stream.readAllBytes()).hasSizeLessThan(3_000_000);
        }
    }

    @Test
    void the_quarter_is_sent_gzipped_one_event_a_line() throws IOException {
        long events = Quarter.tickets().stream()
                .mapToLong(ticket -> ticket.events().size())
                .sum();
        assertThat(lines(Dataset.quarter().body().get())).isEqualTo(events);
    }

    @RepeatedTest(200)
    void a_writer_that_fails_never_looks_like_a_whole_body() {
        InputStream broken = GzipPipe.of(out -> {
            out.write(new byte[10]);
            throw new IOException("cut off");
        });
        assertThatThrownBy(broken::readAllBytes).isInstanceOf(IOException.class).hasMessage("cut off");
    }

    private static long lines(InputStream gzipped) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(gzipped), StandardCharsets.UTF_8))) {
            return reader.lines().count();
        }
    }
}
