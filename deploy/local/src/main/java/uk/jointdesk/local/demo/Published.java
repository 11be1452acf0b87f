package uk.jointdesk.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The published tables of the board pack of February 2019: one value per priority, partner and month of 2018. */
public final class Published {

    public static final List<YearMonth> MONTHS =
            List.of(YearMonth.of(2018, 10), YearMonth.of(2018, 11), YearMonth.of(2018, 12));
    public static final List<String> PARTNERS = List.of("LBB", "LBL", "LBS");
    public static final List<String> PRIORITIES = List.of("P1", "P2", "P3", "P4");

    /** Open tickets at the end of December 2018. */
    public static final int OPEN_AT_END = 1_635;

    private final Map<String, BigDecimal> values = new HashMap<>();

    private Published(String resource) {
        try (InputStream stream = Published.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String[] heading = reader.readLine().split(",", -1);
            reader.lines().map(line -> line.split(",", -1)).forEach(row -> keep(heading, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Percent of tickets resolved within target. */
    public static Published compliance() {
        return new Published("/reference/incident-compliance-2018.csv");
    }

    /** Tickets resolved; partner {@code ALL} is the whole service. */
    public static Published volumes() {
        return new Published("/reference/demand-volumes-2018.csv");
    }

    private void keep(String[] heading, String[] row) {
        for (int column = 2; column < row.length; column++) {
            values.put(key(row[0], row[1], heading[column]), new BigDecimal(row[column]));
        }
    }

    public BigDecimal value(String priority, String partner, YearMonth month) {
        return values.get(key(priority, partner, month.toString()));
    }

    private static String key(String priority, String partner, String period) {
        return priority + "|" + partner + "|" + period;
    }
}
