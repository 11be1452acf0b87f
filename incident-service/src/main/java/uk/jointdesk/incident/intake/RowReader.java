package uk.jointdesk.incident.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.jointdesk.incident.intake.domain.Row;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.intake.format.Lines;
import uk.jointdesk.incident.intake.format.RowFormat;
import uk.jointdesk.incident.intake.store.ImportLeases.Lease;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.kit.scope.PartnerScope;

/** Reads an import's rows from its checkpoint on, each as a fact or as the reason why there is none. */
final class RowReader {

    private static final int EXCERPT = 200;
    /** A batch holds at most so many characters, however long its rows are. */
    private static final int BATCH_CHARACTERS = 4_000_000;
    /** Desks' clocks differ; a day ahead is not a clock. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private final Lines lines;
    private final RowFormat.Reader format;
    private final Set<String> knownPartners;
    private final PartnerScope scope;
    private final Instant latest;
    private long row;
    private long line;
    /** The place after the last line that was read whole. */
    private long done;

    private IOException broken;

    RowReader(InputStream body, Lease lease, Set<String> knownPartners, Instant now) throws IOException, RowRefused {
        this.lines = new Lines(body);
        this.knownPartners = knownPartners;
        this.scope = lease.scope();
        this.latest = now.plus(CLOCK_SKEW);
        RowFormat rows = RowFormat.of(lease.format()).orElseThrow();
        this.format = rows.reader(lease.source(), rows.headed() ? header() : null);
        if (lease.doneBytes() > 0) {
            lines.skipTo(lease.doneBytes());
            this.row = lease.doneRows();
            this.line = lease.doneLines();
            this.done = lease.doneBytes();
        }
    }

    /** The next rows, none at the end of the body; when it breaks off, first those before the break. */
    List<Row> next(int most) throws IOException {
        if (broken != null) {
            throw broken;
        }
        List<Row> rows = new ArrayList<>();
        try {
            fill(rows, most);
        } catch (IOException breakingOff) {
            broken = breakingOff;
            return rows.isEmpty() ? next(most) : rows;
        }
        return rows;
    }

    private void fill(List<Row> rows, int most) throws IOException {
        int characters = 0;
        while (rows.size() < most && characters < BATCH_CHARACTERS) {
            Lines.Line read = lines.next();
            if (read == null) {
                break;
            }
            line++;
            if (!read.text().isBlank() || read.overlong()) {
                rows.addAll(rows(read));
                characters += read.text().length();
            }
        }
    }

    private String header() throws IOException, RowRefused {
        Lines.Line header = lines.next();
        line++;
        if (header == null || header.overlong() || !header.utf8()) {
            throw new RowRefused("header-missing", "the first line does not name the columns", null);
        }
        return withoutMark(header.text());
    }

    private List<Row> rows(Lines.Line read) {
        String text = line == 1 ? withoutMark(read.text()) : read.text();
        String excerpt = text.substring(0, Math.min(EXCERPT, text.length())).replace('\0', '\ufffd');
        try {
            return rows(facts(read, text), read, excerpt);
        } catch (RowRefused refused) {
            done = read.end();
            return List.of(Row.refused(++row, line, read.end(), refused, excerpt));
        }
    }

    /** A line is done when the last of its facts is; who goes on before that reads it again. */
    private List<Row> rows(List<Fact> facts, Lines.Line read, String excerpt) {
        List<Row> rows = new ArrayList<>();
        for (int place = 0; place < facts.size(); place++) {
            boolean last = place == facts.size() - 1;
            rows.add(Row.of(++row, line, last ? read.end() : done, facts.get(place), excerpt));
        }
        done = read.end();
        return rows;
    }

    private List<Fact> facts(Lines.Line read, String text) throws RowRefused {
        if (read.overlong()) {
            throw new RowRefused("row-too-long", "has more than " + Lines.LONGEST + " bytes", null);
        }
        if (!read.utf8()) {
            throw new RowRefused("row-not-utf8", "is not UTF-8", null);
        }
        if (text.indexOf('\0') >= 0 || text.contains("\\u0000")) {
            throw new RowRefused("row-holds-nul", "holds a NUL character", null);
        }
        List<Fact> facts = format.read(text);
        for (Fact fact : facts) {
            check(fact);
        }
        return facts;
    }

    private void check(Fact fact) throws RowRefused {
        String partner = fact.said().partner();
        if (partner != null && !knownPartners.contains(partner)) {
            throw new RowRefused("partner-unknown", "is not a registered partner", "/partner");
        }
        if (partner != null && !scope.covers(partner)) {
            throw new RowRefused("partner-out-of-scope", "is not a partner the sender may write for", "/partner");
        }
        if (fact.at().isAfter(latest)) {
            throw new RowRefused("time-in-future", "lies more than a day ahead", "/at");
        }
    }

    /** Spreadsheets begin their files with a byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
