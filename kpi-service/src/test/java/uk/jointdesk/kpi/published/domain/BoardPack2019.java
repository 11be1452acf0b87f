package uk.jointdesk.kpi.published.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The tables of the board pack of February 2019, and of the contract's KPI summaries of 2020 and 2021. */
public final class BoardPack2019 {

    static final String SOURCE = "Board pack, February 2019";

    private static final LocalDate AS_AT = LocalDate.parse("2018-12-31");

    private BoardPack2019() {}

    public static PublishedTable compliance() {
        return matrix("incident-compliance-2018.csv", PublishedMeasure.COMPLIANCE);
    }

    public static PublishedTable volumes() {
        return matrix("demand-volumes-2018.csv", PublishedMeasure.VOLUME);
    }

    public static PublishedTable kpis() {
        List<PublishedFigure> figures = new ArrayList<>();
        List<String> lines = text("contract-kpi-summary-2020-2021.csv").lines().toList();
        String[] header = lines.get(0).split(",");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            for (int column = 1; column < cells.length; column++) {
                figures.add(new PublishedFigure(
                        PublishedMeasure.KPI_COUNT,
                        header[column],
                        null,
                        null,
                        months(cells[0], cells[0], 1),
                        new BigDecimal(cells[column]),
                        null,
                        "IMT KPIs"));
            }
        }
        return new PublishedTable("kpis", "KPI summary", "Performance report", "IMT KPIs", LocalDate.MAX, figures);
    }

    static PublishedPeriod months(String label, String first, int count) {
        YearMonth month = YearMonth.parse(first);
        return new PublishedPeriod(
                label, month.atDay(1), month.plusMonths(count - 1L).atEndOfMonth(), null);
    }

    public static String text(String file) {
        try (InputStream csv = BoardPack2019.class.getResourceAsStream("/reference/" + file)) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedTable matrix(String file, PublishedMeasure measure) {
        List<PublishedFigure> figures = new ArrayList<>();
        List<String> lines = text(file).lines().toList();
        String[] header = lines.get(0).split(",");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            for (int column = 2; column < cells.length; column++) {
                figures.add(new PublishedFigure(
                        measure,
                        null,
                        cells[0],
                        cells[1],
                        period(header[column]),
                        new BigDecimal(cells[column]),
                        null,
                        "whole service"));
            }
        }
        return new PublishedTable(file, file, SOURCE, "whole service", AS_AT, figures);
    }

    private static PublishedPeriod period(String label) {
        return switch (label) {
            case "2017" -> months(label, "2017-01", 12);
            case "2018-Q1" -> months(label, "2018-01", 3);
            case "2018-Q2" -> months(label, "2018-04", 3);
            case "2018-Q3" -> months(label, "2018-07", 3);
            default -> months(label, label, 1);
        };
    }
}
