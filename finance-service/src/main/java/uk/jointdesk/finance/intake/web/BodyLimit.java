package uk.jointdesk.finance.intake.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import uk.jointdesk.kit.problem.Refusal;

/** Extracts are streamed to the database and may be large; JSON is read into memory and may not. */
@Provider
public class BodyLimit implements ContainerRequestFilter {
    private static final int LONGEST = 4_000_000;

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type == null || !type.getSubtype().endsWith("json")) {
            return;
        }
        if (request.getLength() > LONGEST) {
            throw tooLarge();
        }
        if (request.getLength() < 0 && request.hasEntity()) {
            request.setEntityStream(new Counted(request.getEntityStream()));
        }
    }

    private static Refusal tooLarge() {
        return Refusal.tooLarge("The body has more than 4 MB.");
    }

    /** A body that does not say beforehand how long it is. */
    private static final class Counted extends FilterInputStream {
        private long read;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int found = super.read(buffer, offset, length);
            count(Math.max(0, found));
            return found;
        }

        private void count(int more) {
            read += more;
            if (read > LONGEST) {
                throw tooLarge();
            }
        }
    }
}
