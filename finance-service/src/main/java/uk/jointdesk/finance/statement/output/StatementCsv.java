package uk.jointdesk.finance.statement.output;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.statement.domain.Cell;
import uk.jointdesk.finance.statement.domain.Heading;
import uk.jointdesk.finance.statement.domain.Section;
import uk.jointdesk.finance.statement.domain.Statement;
import uk.jointdesk.finance.statement.domain.Table;
import uk.jointdesk.finance.statement.domain.Value;
import uk.jointdesk.finance.statement.domain.Working;
import uk.jointdesk.paper.TidyCsv;

/** A statement as tidy data, one row a cell, with the cells that it adds and takes away. */
public final class StatementCsv {
    private static final List<String> HEADER = List.of(
            "statement",
            "partner",
            "financialYear",
            "period",
            "asAt",
            "section",
            "table",
            "row",
            "column",
            "cell",
            "unit",
            "value",
            "numerator",
            "denominator",
            "plus",
            "minus",
            "divided",
            "source",
            "assumption");

    private StatementCsv() {}

    public static byte[] bytes(Statement statement) {
        return TidyCsv.bytes(HEADER, statement.sections().stream().flatMap(section -> rows(statement, section)));
    }

    private static Stream<List<String>> rows(Statement statement, Section section) {
        return section.tables().stream().flatMap(table -> table.rows().stream()
                .flatMap(row -> cells(statement.heading(), section, table, row)));
    }

    private static Stream<List<String>> cells(Heading heading, Section section, Table table, Table.Row row) {
        return IntStream.range(0, row.cells().size()).mapToObj(i -> {
            Stream<String> where = Stream.of(
                    section.code(),
                    table.code(),
                    row.code(),
                    table.columns().get(i).code());
            return Stream.of(about(heading).stream(), where, figure(row.cells().get(i)).stream())
                    .flatMap(fields -> fields)
                    .toList();
        });
    }

    private static List<String> about(Heading heading) {
        return Arrays.asList(
                heading.kind(),
                heading.partner(),
                heading.year().code(),
                Integer.toString(heading.upTo().number()),
                Objects.toString(heading.asAt(), null));
    }

    private static List<String> figure(Cell cell) {
        Working working = cell.working();
        Fraction ratio = cell.value() instanceof Value.Ratio part ? part.fraction() : null;
        return Arrays.asList(
                cell.id(),
                unit(cell.value()),
                value(cell.value()),
                ratio == null ? null : ratio.numerator().toString(),
                ratio == null ? null : ratio.denominator().toString(),
                working == null ? null : String.join(" ", working.plus()),
                working == null ? null : String.join(" ", working.minus()),
                working == null ? null : working.words(),
                working == null ? null : working.source(),
                Boolean.toString(cell.assumption()));
    }

    private static String unit(Value value) {
        if (value instanceof Value.Amount) {
            return "GBP";
        }
        if (value instanceof Value.Ratio) {
            return "PERCENT";
        }
        if (value instanceof Value.Quantity) {
            return "NUMBER";
        }
        return value == null ? "NONE" : "TEXT";
    }

    private static String value(Value value) {
        if (value instanceof Value.Amount amount) {
            return amount.money().toString();
        }
        if (value instanceof Value.Ratio ratio) {
            return ratio.fraction().percent().toPlainString();
        }
        return value == null ? null : Printed.value(value);
    }
}
