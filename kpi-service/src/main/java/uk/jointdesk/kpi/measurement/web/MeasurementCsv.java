package uk.jointdesk.kpi.measurement.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kpi.measurement.domain.Reading;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.web.Wording;

/** Measurements of one indicator as CSV: month, numerator, denominator, evidence and, where it corrects one, supersedes. */
final class MeasurementCsv {

    static final String HEADER = "month,numerator,denominator,evidence,supersedes";

    private static final List<String> REQUIRED = List.of("month", "numerator", "denominator", "evidence");
    private static final Set<String> KNOWN = Set.of(HEADER.split(","));
    private static final int MOST_ROWS = 10_000;
    private static final CsvReader.CsvReaderBuilder FORMAT =
            CsvReader.builder().allowExtraFields(true).allowMissingFields(true).allowExtraCharsAfterClosingQuote(false);

    private final List<String> columns;
    private final List<CsvRecord> rows;

    private MeasurementCsv(List<CsvRecord> records) {
        columns = records.get(0).getFields().stream().map(String::strip).toList();
        rows = records.subList(1, records.size());
    }

    /** One row below the header. */
    record Row(long line, MeasurementCsv csv, CsvRecord fields) {

        /** What the row says; a {@link RuleBroken} names the column that cannot be read. */
        Reading reading() {
            if (fields.getFieldCount() != csv.columns.size()) {
                throw new RuleBroken("columns-wrong", "", "has " + fields.getFieldCount() + " columns");
            }
            String supersedes = cell("supersedes");
            return new Reading(
                    month(),
                    number("numerator", cell("numerator")),
                    number("denominator", cell("denominator")),
                    evidence(),
                    supersedes.isEmpty() ? null : number("supersedes", supersedes));
        }

        private YearMonth month() {
            try {
                return YearMonth.parse(cell("month"));
            } catch (DateTimeException notAMonth) {
                throw new RuleBroken("month-unreadable", "/month", "is a month such as 2021-03");
            }
        }

        private String evidence() {
            String evidence = cell("evidence");
            if (evidence.length() > Wording.NOTE || evidence.indexOf('\0') >= 0) {
                throw new RuleBroken("evidence-refused", "/evidence", "is at most " + Wording.NOTE + " characters");
            }
            return evidence;
        }

        private static long number(String column, String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException notANumber) {
                throw new RuleBroken("number-unreadable", "/" + column, "is a whole number");
            }
        }

        private String cell(String column) {
            int place = csv.columns.indexOf(column);
            return place < 0 ? "" : fields.getField(place).strip();
        }
    }

    static MeasurementCsv read(String body) {
        MeasurementCsv csv = new MeasurementCsv(records(body));
        boolean readable = csv.columns.containsAll(REQUIRED)
                && KNOWN.containsAll(csv.columns)
                && Set.copyOf(csv.columns).size() == csv.columns.size();
        if (!readable) {
            throw malformed("The header is " + HEADER + "; supersedes may be left out.");
        }
        return csv;
    }

    List<Row> rows() {
        return rows.stream()
                .map(row -> new Row(row.getStartingLineNumber(), this, row))
                .toList();
    }

    private static List<CsvRecord> records(String body) {
        // A file cut off inside a quoted cell would otherwise be read as if it ended there.
        if (body.chars().filter(character -> character == '"').count() % 2 != 0) {
            throw malformed("A quoted cell does not end.");
        }
        List<CsvRecord> records = parsed(body);
        if (records.isEmpty()) {
            throw malformed("There is no header.");
        }
        if (records.size() > MOST_ROWS + 1) {
            throw Refusal.tooLarge("More than " + MOST_ROWS + " rows.");
        }
        return records;
    }

    private static List<CsvRecord> parsed(String body) {
        try (CsvReader<CsvRecord> reader = FORMAT.ofCsvRecord(body)) {
            return reader.stream().limit(MOST_ROWS + 2L).toList();
        } catch (CsvParseException broken) {
            throw malformed("It is not CSV: " + broken.getMessage());
        } catch (IOException fromText) {
            throw new UncheckedIOException(fromText);
        }
    }

    private static Refusal malformed(String detail) {
        return Refusal.malformed("csv-malformed", detail, new FieldError("", "is not the CSV that is read here"));
    }
}
