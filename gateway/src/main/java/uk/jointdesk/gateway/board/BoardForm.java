package uk.jointdesk.gateway.board;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The period a reader asked for: as it was written, what is wrong with it, and the period if nothing is. */
public final class BoardForm {

    private static final String EXPECTED = "must be a year and a month, like 2018-10";

    private final String from;
    private final String to;
    private final List<Mistake> mistakes = new ArrayList<>();
    private BoardPeriod period;

    private BoardForm(String from, String to) {
        this.from = from;
        this.to = to;
    }

    static BoardForm of(BoardPeriod period) {
        BoardForm form = new BoardForm(period.from().toString(), period.to().toString());
        form.period = period;
        return form;
    }

    /** Reads what was written; one month given stands for both. */
    static BoardForm read(String from, String to) {
        BoardForm form = new BoardForm(from.strip(), to.strip());
        Optional<YearMonth> first = form.month("from", "First month", form.from);
        Optional<YearMonth> last = form.month("to", "Last month", form.to);
        if (first.isPresent() && last.isPresent()) {
            form.settle(first.get(), last.get());
        }
        return form;
    }

    private Optional<YearMonth> month(String field, String label, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 2000 && month.getYear() <= 2100) {
                return Optional.of(month);
            }
        } catch (DateTimeException notAMonth) {
            // told below, as any other month that cannot be meant
        }
        mistakes.add(new Mistake(field, label + " " + EXPECTED));
        return Optional.empty();
    }

    private void settle(YearMonth first, YearMonth last) {
        try {
            period = new BoardPeriod(first, last);
        } catch (IllegalArgumentException impossible) {
            mistakes.add(new Mistake("to", impossible.getMessage()));
        }
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** What is wrong with one field; null if nothing is. */
    public String mistakeIn(String field) {
        return mistakes.stream()
                .filter(mistake -> mistake.field().equals(field))
                .map(Mistake::message)
                .findFirst()
                .orElse(null);
    }

    Optional<BoardPeriod> period() {
        return Optional.ofNullable(period);
    }

    /** The period of the same length before this one, and after it. */
    public Neighbour before() {
        return Neighbour.of(period, -period.months().size());
    }

    public Neighbour after() {
        return Neighbour.of(period, period.months().size());
    }

    public record Mistake(String field, String message) {}

    /** A link to another period. */
    public record Neighbour(String query, String title) {

        static Neighbour of(BoardPeriod period, int months) {
            BoardPeriod other = new BoardPeriod(
                    period.from().plusMonths(months), period.to().plusMonths(months));
            return new Neighbour("?from=" + other.from() + "&to=" + other.to(), other.inWords());
        }
    }
}
