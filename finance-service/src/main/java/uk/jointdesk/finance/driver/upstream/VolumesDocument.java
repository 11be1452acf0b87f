package uk.jointdesk.finance.driver.upstream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** An answer about volumes as kpi-service writes it, as far as this service cares. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VolumesDocument(List<Row> items, Definition definition, Instant asAt) {
    private static final String ALL = "ALL";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Row(String partner, YearMonth period, long logged) {
        boolean isTotal() {
            return ALL.equals(partner);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Definition(String code, int version, String text) {}

    /** Whether in each month the rows add up to the row of all. */
    boolean addsUp() {
        return items.stream()
                .map(Row::period)
                .distinct()
                .allMatch(month -> logged(month, true) == logged(month, false));
    }

    private long logged(YearMonth month, boolean total) {
        return items.stream()
                .filter(row -> row.period().equals(month) && row.isTotal() == total)
                .mapToLong(Row::logged)
                .sum();
    }
}
