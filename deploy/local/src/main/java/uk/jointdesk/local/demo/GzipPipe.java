package uk.jointdesk.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** What a writer writes, as a gzipped stream to read from: nothing is kept whole in memory or on disk. */
final class GzipPipe {

    private static final int BUFFER = 1 << 16;

    private GzipPipe() {}

    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** The stream fails with what the writer failed with, instead of ending early as if it were whole. */
    static InputStream of(Writer writer) {
        try {
            PipedOutputStream out = new PipedOutputStream();
            Feed feed = new Feed(out, BUFFER);
            Thread thread = new Thread(() -> feed.fill(writer, out), "gzip");
            thread.setDaemon(true);
            thread.start();
            return feed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Feed extends PipedInputStream {

        private volatile IOException failure;

        Feed(PipedOutputStream out, int size) throws IOException {
            super(out, size);
        }

        void fill(Writer writer, PipedOutputStream out) {
            try (out;
                    GZIPOutputStream gzip = new GZIPOutputStream(out, BUFFER)) {
                write(writer, gzip);
            } catch (IOException e) {
                failure = e;
            }
        }

        /** Remembers a failure before the stream is closed: a reader that finds the end must find the failure too. */
        private void write(Writer writer, OutputStream gzip) {
            try {
                writer.write(gzip);
            } catch (IOException e) {
                failure = e;
            } catch (RuntimeException e) {
                failure = new IOException(e);
            }
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read < 0 && failure != null) {
                throw failure;
            }
            return read;
        }
    }
}
