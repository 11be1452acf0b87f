package uk.jointdesk.kpi.published.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.answer.web.Days;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.published.domain.PublishedMeasure;

/**
 * Reads a table of figures: either {@code priority,partner} and a column a period, or {@code month} and a column a
 * series. A column whose heading is no month or quarter needs its days told, for nobody can guess them.
 */
final class PublishedCsv {

    private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder().allowExtraCharsAfterClosingQuote(false);
    private static final List<String> MATRIX = List.of("priority", "partner");
    private static final String MONTH = "month";

    private final PublishedMeasure measure;
    private final Map<String, Range> told;

    /** @param told the days of columns, by heading */
    PublishedCsv(PublishedMeasure measure, Map<String, Range> told) {
        this.measure = measure;
        this.told = Map.copyOf(told);
    }

    /** The days a caller tells of columns, each as {@code 2017=2017-11-01/2017-12-31}. */
    static Map<String, Range> told(List<String> periods) {
        Map<String, Range> told = new HashMap<>();
        periods.forEach(period -> {
            String[] parts = period.split("[=/]", -1);
            try {
                told.put(parts[0], Days.range(parts[1], parts[2]));
            } catch (ArrayIndexOutOfBoundsException | Refusal unreadable) {
                throw Asked.refused("period", "such as 2017=2017-11-01/2017-12-31");
            }
        });
        return told;
    }

    List<PublishedDocument.Figure> read(String csv) {
        List<List<String>> rows = rows(csv);
        if (rows.size() < 2) {
            throw refused(1, "A table has a heading and at least one row.");
        }
        List<String> header = rows.get(0);
        boolean matrix = header.size() > 2 && header.subList(0, 2).equals(MATRIX);
        if (!matrix && !header.get(0).equals(MONTH)) {
            throw refused(1, "The heading starts with priority,partner or with month.");
        }
        List<PublishedDocument.Figure> figures = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            figures.addAll(row(matrix, header, rows.get(row), row + 1));
        }
        return figures;
    }

    private List<PublishedDocument.Figure> row(boolean matrix, List<String> header, List<String> row, int line) {
        if (row.size() != header.size()) {
            throw refused(line, "The row has another number of cells than the heading.");
        }
        List<PublishedDocument.Figure> figures = new ArrayList<>();
        for (int column = matrix ? 2 : 1; column < header.size(); column++) {
            figures.add(figure(matrix, header.get(column), row, column, line));
        }
        return figures;
    }

    private PublishedDocument.Figure figure(boolean matrix, String heading, List<String> row, int column, int line) {
        String value = row.get(column);
        if (!value.matches(PublishedDocument.DECIMAL)) {
            throw refused(line, "'" + value + "' below " + heading + " is no number.");
        }
        return new PublishedDocument.Figure(
                measure,
                matrix ? null : heading,
                matrix ? row.get(0) : null,
                matrix ? row.get(1) : null,
                period(matrix ? heading : row.get(0)),
                value,
                null,
                null);
    }

    private PublishedDocument.Period period(String label) {
        Range days = told.get(label);
        if (days == null) {
            days = named(label);
        }
        return new PublishedDocument.Period(label, days.from(), days.to(), null);
    }

    private static Range named(String label) {
        try {
            return Days.range(label, label);
        } catch (Refusal noPeriod) {
            throw Refusal.refused(
                    "period-unknown",
                    "Nobody can tell which days '" + label + "' is.",
                    FieldError.query("period", "is required for it: " + label + "=first day/last day"));
        }
    }

    private static List<List<String>> rows(String csv) {
        try (var reader = CSV.ofCsvRecord(csv)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (CsvParseException broken) {
            throw refused(1, "This is no CSV: " + broken.getMessage());
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static Refusal refused(int line, String message) {
        return Refusal.refused("csv-refused", message, new FieldError("/line/" + line, message));
    }
}
