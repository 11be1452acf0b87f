package uk.jointdesk.kpi.pack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Appendix;
import uk.jointdesk.kpi.pack.domain.Ask;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Chart;
import uk.jointdesk.kpi.pack.domain.Contract;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Heading;
import uk.jointdesk.kpi.pack.domain.Implication;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.domain.PackState;
import uk.jointdesk.kpi.pack.domain.Paragraph;
import uk.jointdesk.kpi.pack.domain.Section;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.pack.domain.Verdict;

/** A small published pack: the P2 of Lewisham and Southwark in October to December 2018, and their sum. */
public final class SamplePack {

    public static final Definition COMPLIANCE =
            new Definition("compliance", 1, "Resolved within target, of those with one.");
    private static final List<String> MONTHS = List.of("2018-10", "2018-11", "2018-12");
    private static final int[][] LBL = {{17, 38}, {18, 29}, {15, 19}};
    private static final int[][] LBS = {{20, 32}, {19, 23}, {7, 11}};

    private SamplePack() {}

    public static PackDocument published() {
        return document(heading(PackState.PUBLISHED), List.of(matrix()));
    }

    public static PackDocument document(Heading heading, List<Section> sections) {
        return new PackDocument(
                PackDocument.FORMAT,
                heading,
                sections,
                List.of(new Implication(Implication.Kind.LEGAL, "None.")),
                List.of("SLA report, December 2018"),
                List.of(new Appendix("A", "Summary of indicators")),
                new Contract(
                        "ocds-h6vhtk-04abc1",
                        "IAA-2015",
                        "Inter-Authority Agreement",
                        "London Borough of Brent",
                        "Shared ICT Service",
                        new BigDecimal("50")),
                List.of(
                        new PackDocument.History(1, "DRAFTED", "performance-analyst", "2019-01-14"),
                        new PackDocument.History(1, "CLEARED", "FINANCE", "2019-01-20"),
                        new PackDocument.History(1, "PUBLISHED", "board-member", "2019-02-04")),
                0);
    }

    public static Heading heading(PackState state) {
        return new Heading(
                "5a0d7f2c-0000-4000-8000-000000000001",
                1,
                null,
                state,
                "Service performance, autumn 2018 <Lewisham & Southwark>",
                "Joint Management Board",
                LocalDate.of(2019, 2, 5),
                LocalDate.of(2018, 10, 1),
                LocalDate.of(2018, 12, 31),
                null,
                null,
                "Europe/London",
                "2025a",
                Instant.parse("2019-01-10T08:00:00Z"),
                state == PackState.PUBLISHED ? Instant.parse("2019-02-04T09:30:00Z") : null,
                Audience.EXEMPT,
                null);
    }

    public static Section matrix() {
        List<Table.Row> rows = List.of(row("LBL", LBL), row("LBS", LBS), total());
        Table table = new Table(
                "matrix", "Tickets resolved within their target", List.of("Priority", "Partner"), MONTHS, rows);
        return new Section(
                1,
                "compliance",
                "Compliance",
                Audience.PUBLIC,
                Ask.REVIEW,
                List.of(
                        Paragraph.of("P2 is below its target of 95 %."),
                        new Paragraph("A supplier is in dispute.", Audience.EXEMPT, List.of())),
                List.of(new Chart("p2", "P2 in per cent", Amount.Unit.PERCENT, MONTHS, lines(rows))),
                List.of(table),
                List.of(),
                List.of(COMPLIANCE),
                0);
    }

    private static List<Chart.Series> lines(List<Table.Row> rows) {
        return rows.stream()
                .map(row -> new Chart.Series(
                        row.heads().get(1), row.cells().stream().map(Figure::id).toList()))
                .toList();
    }

    private static Table.Row row(String partner, int[][] months) {
        List<Figure> cells = IntStream.range(0, 3)
                .mapToObj(month -> figure(partner, month, months[month][0], months[month][1]))
                .toList();
        return new Table.Row(List.of("P2", partner), cells);
    }

    private static Figure figure(String partner, int month, int met, int measured) {
        List<String> tickets = IntStream.range(0, measured)
                .mapToObj(i -> "%s-%d-%02d".formatted(partner, month, i))
                .toList();
        Evidence evidence = Evidence.measured(tickets.subList(0, met), tickets.subList(met, measured), List.of());
        return cell(partner, month, Amount.ratio(met, measured, List.of()), evidence)
                .forAudience(Audience.BOARD);
    }

    private static Table.Row total() {
        List<Figure> cells = new ArrayList<>();
        for (int month = 0; month < 3; month++) {
            Amount sum = Amount.ratio(LBL[month][0] + LBS[month][0], LBL[month][1] + LBS[month][1], List.of());
            Evidence parts = Evidence.sumOf(List.of(id("LBL", month), id("LBS", month)));
            cells.add(cell("ALL", month, sum, parts)
                    .judged(new Verdict(
                            new BigDecimal("95.00"), null, "RED", new Verdict.Kpi("P2-" + month, "P2 in time"))));
        }
        return new Table.Row(List.of("P2", "ALL"), cells);
    }

    private static Figure cell(String partner, int month, Amount amount, Evidence evidence) {
        Map<String, String> at = Map.of("priority", "P2", "partner", partner, "period", MONTHS.get(month));
        return Figure.of(id(partner, month), COMPLIANCE, at, amount, evidence);
    }

    public static String id(String partner, int month) {
        return "compliance/P2/" + partner + "/" + MONTHS.get(month);
    }
}
