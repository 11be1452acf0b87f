package uk.jointdesk.gateway.board;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** What the services answer, as far as the page shows it. Numbers and percentages are printed as they come. */
final class Figures {

    private Figures() {}

    /** How a figure explains itself. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Definition(String code, int version, String text) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Compliance(List<Score> items, Definition definition, String zone, String asAt) {}

    /**
     * @param percent null where nothing was measured
     * @param rag GREEN, AMBER, RED or NO_DATA
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Score(
            String priority,
            String partner,
            String period,
            long met,
            long measured,
            List<Excluded> excluded,
            String percent,
            String targetPercent,
            String rag) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Excluded(String reason, long count) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Volumes(List<Volume> items, Definition definition, String zone, String asAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Volume(String partner, String period, long logged, long resolved, long reopened, long openAtEnd) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Backlog(List<Open> items, Definition definition, String zone, String asAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Open(
            String partner,
            long open,
            long untriaged,
            List<OnHold> onHold,
            long openOver30Days,
            Ratio openOver30DaysRatio) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OnHold(String reason, long count) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ratio(long numerator, long denominator, String percent) {}

    /** @param total null for a council, which sees its own and OTHERS */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contributions(String financialYear, String basis, int period, List<Contribution> items, Money total) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contribution(
            String partner, List<Pool> byCostPool, Money shared, Money direct, Money total, List<Part> within) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Pool(String line, String title, String kind, Money amount, boolean assumption) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Part(String partner, Money amount) {}

    /** @param amount a decimal number as text, never a binary fraction */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Money(String amount, String currency) {}
}
