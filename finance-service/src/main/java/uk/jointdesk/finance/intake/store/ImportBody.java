package uk.jointdesk.finance.intake.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;
import uk.jointdesk.finance.intake.store.ImportLeases.Lease;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The body of an import as a stream, one stored piece in memory at a time. */
@ApplicationScoped
public class ImportBody {
    private static final int GZIP_MAGIC = 0x1f8b;
    private final ScopedDb.Scoped db;
    private final ImportLeases leases;

    public ImportBody(ScopedDb db, ImportLeases leases) {
        this.db = db.as(PartnerScope.ALL);
        this.leases = leases;
    }

    /** The body from its beginning, unpacked if it begins as gzip does, whatever its sender called it. */
    public InputStream open(Lease lease) throws IOException {
        BufferedInputStream body = new BufferedInputStream(new Pieces(number -> piece(lease, number)), 64 * 1024);
        body.mark(2);
        int magic = body.read() << 8 | body.read();
        body.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(body, 64 * 1024) : body;
    }

    /** Fetching a piece renews the lease: a line without an end is long to read and writes nothing. */
    private Optional<byte[]> piece(Lease lease, int number) {
        return db.write(h -> {
            leases.renew(h, lease);
            return h.createQuery("select body from import_chunk where import = :id and number = :number")
                    .bind("id", lease.id())
                    .bind("number", number)
                    .mapTo(byte[].class)
                    .findOne();
        });
    }

    /** Pieces numbered from 0, one after the other. */
    private static final class Pieces extends InputStream {
        private final IntFunction<Optional<byte[]>> fetch;
        private byte[] piece = new byte[0];
        private int at;
        private int next;

        Pieces(IntFunction<Optional<byte[]>> fetch) {
            this.fetch = fetch;
        }

        @Override
        public int read() {
            return available() == 0 ? -1 : piece[at++] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int room = Math.min(length, available());
            System.arraycopy(piece, at, buffer, offset, room);
            at += room;
            return room == 0 && length > 0 ? -1 : room;
        }

        /** Never 0 before the end: gzip members that follow each other are found by asking this. */
        @Override
        public int available() {
            if (at == piece.length && next >= 0) {
                Optional<byte[]> fetched = fetch.apply(next);
                next = fetched.isPresent() ? next + 1 : -1;
                piece = fetched.orElse(new byte[0]);
                at = 0;
            }
            return piece.length - at;
        }
    }
}
