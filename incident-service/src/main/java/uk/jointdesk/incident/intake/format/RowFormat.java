package uk.jointdesk.incident.intake.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.incident.intake.domain.IntakeSource;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.ticket.domain.Fact;

/** What an import's rows are written in. */
public enum RowFormat {
    NDJSON("ndjson", false) {
        @Override
        public Reader reader(IntakeSource source, String header) {
            Ndjson rows = new Ndjson(source);
            return line -> List.of(rows.read(line));
        }
    },
    CSV("csv", true) {
        @Override
        public Reader reader(IntakeSource source, String header) throws RowRefused {
            Columns columns = Columns.of(header, CanonicalEvent.requiredColumns());
            return line -> List.of(CanonicalEvent.read(columns.fields(line), source));
        }
    },
    SERVICENOW_AUDIT("servicenow-audit", true) {
        @Override
        public Reader reader(IntakeSource source, String header) throws RowRefused {
            Columns columns = Columns.of(header, ServiceNowAudit.requiredColumns());
            return line -> List.of(ServiceNowAudit.read(columns.fields(line), source));
        }
    },
    HORNBILL_REPORT("hornbill-report", true) {
        @Override
        public Reader reader(IntakeSource source, String header) throws RowRefused {
            Columns columns = Columns.of(header, HornbillReport.requiredColumns(), HornbillReport.RAW);
            return line -> HornbillReport.read(columns.fields(line), source);
        }
    };

    private final String code;
    private final boolean headed;

    RowFormat(String code, boolean headed) {
        this.code = code;
        this.headed = headed;
    }

    /** Its name in the contract. */
    public String code() {
        return code;
    }

    /** Whether the first line names the columns. */
    public boolean headed() {
        return headed;
    }

    /** A reader of this source's rows; refuses a header that lacks a column it needs. */
    public abstract Reader reader(IntakeSource source, String header) throws RowRefused;

    public static Optional<RowFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equals(code))
                .findFirst();
    }

    /** Turns a line into the facts it tells, at least one; each of them is a row. */
    @FunctionalInterface
    public interface Reader {
        List<Fact> read(String line) throws RowRefused;
    }
}
