package uk.jointdesk.kpi.pack.output;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.domain.Section;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.pack.domain.Verdict;
import uk.jointdesk.paper.TidyCsv;

/** A pack as tidy data: one row a cell (RFC 4180, UTF-8, a header row). */
public final class CsvOutput {

    private static final List<String> HEADER = List.of(
            "pack",
            "edition",
            "section",
            "table",
            "cell",
            "priority",
            "partner",
            "period",
            "from",
            "to",
            "about",
            "definition",
            "unit",
            "value",
            "numerator",
            "denominator",
            "excluded",
            "target",
            "rag",
            "audience",
            "formerly");

    private CsvOutput() {}

    public static byte[] bytes(PackDocument pack) {
        return TidyCsv.bytes(HEADER, pack.sections().stream().flatMap(section -> rows(pack, section)));
    }

    private static Stream<List<String>> rows(PackDocument pack, Section section) {
        return section.tables().stream()
                .flatMap(table -> table.figures().map(figure -> row(pack, section, table, figure)));
    }

    private static List<String> row(PackDocument pack, Section section, Table table, Figure figure) {
        Amount amount = figure.amount();
        Verdict verdict = figure.verdict();
        return java.util.Arrays.asList(
                pack.heading().pack(),
                Integer.toString(pack.heading().edition()),
                section.source(),
                table.code(),
                figure.id(),
                figure.at().get("priority"),
                figure.at().get("partner"),
                figure.at().get("period"),
                figure.at().get("from"),
                figure.at().get("to"),
                about(figure),
                figure.definition(),
                amount.unit().name(),
                amount.value(),
                Objects.toString(amount.numerator(), null),
                Objects.toString(amount.denominator(), null),
                excluded(amount),
                verdict == null ? null : Objects.toString(verdict.target(), null),
                verdict == null ? null : verdict.rag(),
                figure.audience().name(),
                figure.formerly() == null ? null : figure.formerly().value());
    }

    /** What else a figure is about: {@code movement=LOGGED}. */
    private static String about(Figure figure) {
        return figure.at().entrySet().stream()
                .filter(where ->
                        !List.of("priority", "partner", "period", "from", "to").contains(where.getKey()))
                .map(where -> where.getKey() + "=" + where.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String excluded(Amount amount) {
        return amount.excluded().stream()
                .map(left -> left.reason() + "=" + left.count())
                .collect(Collectors.joining(" "));
    }
}
