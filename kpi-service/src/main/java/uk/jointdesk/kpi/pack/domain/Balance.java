package uk.jointdesk.kpi.pack.domain;

import java.util.List;

/** A law of a section's figures, by their ids: {@code total = sum of plus - sum of minus}. */
public record Balance(String total, List<String> plus, List<String> minus) {
    public Balance {
        plus = plus == null ? List.of() : List.copyOf(plus);
        minus = minus == null ? List.of() : List.copyOf(minus);
    }
}
