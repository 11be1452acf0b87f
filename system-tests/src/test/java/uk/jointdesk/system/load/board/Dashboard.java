package uk.jointdesk.system.load.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The questions a board asks of a service of five years, each beside the statement that would answer it otherwise. */
final class Dashboard {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int YEARS = 5;

    /**
     * A question.
     *
     * @param plain name of the statement over the raw events
     * @param from first instant that statement is about
     * @param to the instant at which it ends
     */
    record Question(String name, String path, String plain, String from, String to) {

        Map<String, String> words() {
            return Map.of("from", from, "to", to);
        }
    }

    /** Whole months, the last of them over. */
    record Span(YearMonth from, YearMonth to) {

        String of(String measure, String more) {
            return "/api/v1/performance/" + measure + "?from=" + from + "&to=" + to + more;
        }

        Question question(String name, String path, String plain) {
            return new Question(
                    name,
                    path,
                    plain,
                    midnight(from.atDay(1)),
                    midnight(to.plusMonths(1).atDay(1)));
        }
    }

    private final YearMonth last;

    /** @param until the day up to which there are tickets */
    Dashboard(LocalDate until) {
        this.last = YearMonth.from(until).minusMonths(1);
    }

    Span year() {
        return new Span(last.minusMonths(11), last);
    }

    Span fiveYears() {
        return new Span(last.minusMonths(12L * YEARS - 1), last);
    }

    List<Question> questions() {
        Span year = year();
        Span all = fiveYears();
        return List.of(
                over(year, "compliance, priority x partner x month, a year", "compliance", "", "compliance"),
                over(all, "compliance, priority x partner x month, five years", "compliance", "", "compliance"),
                over(all, "compliance by type and financial year, five years", "compliance", BY_TYPE, "compliance"),
                over(year, "volumes, partner x month, a year", "volumes", "", "volumes"),
                over(all, "volumes, partner x month, five years", "volumes", "", "volumes"),
                now("backlog now, by partner", ""),
                now("backlog now, by priority and type", "?groupBy=priority,type"),
                then("backlog two years ago, by partner", last.minusYears(2)),
                over(year, "satisfaction, partner x month, a year", "satisfaction", "", "satisfaction"),
                over(all, "satisfaction, partner x month, five years", "satisfaction", "", "satisfaction"),
                over(year, "top categories by priority and partner, a year", "categories", WHOLE, "categories"),
                over(all, "top categories by priority and partner, five years", "categories", WHOLE, "categories"),
                over(year, "resolution times, priority x partner x month, a year", "resolution-times", "", TIMES),
                over(all, "resolution times by priority and year, five years", "resolution-times", BY_YEAR, TIMES),
                over(year, "reopen rate, partner x month, a year", "reopens", "", "volumes"),
                over(all, "trends of compliance, five years", "trends", "", "compliance"),
                over(all, "trends of volumes, five years", "trends", "&measure=volumes", "volumes"),
                year.question("KPI summary of a family, a year", summary(year), "kpi summary"));
    }

    private static final String BY_TYPE = "&groupBy=type,partner,period&periodicity=YEAR&calendar=FINANCIAL";
    private static final String BY_YEAR = "&groupBy=priority,period&periodicity=YEAR";
    private static final String WHOLE = "&groupBy=priority,partner&top=6";
    private static final String TIMES = "resolution times";

    private static Question over(Span span, String name, String measure, String more, String plain) {
        return span.question(name, span.of(measure, more), plain);
    }

    private static String summary(Span year) {
        return "/api/v1/kpis/summary?family=iaa&from=" + year.from + "&to=" + year.to;
    }

    private Question now(String name, String more) {
        String tomorrow = midnight(LocalDate.now(LONDON).plusDays(1));
        return new Question(name, "/api/v1/performance/backlog" + more, "backlog", tomorrow, tomorrow);
    }

    private static Question then(String name, YearMonth month) {
        LocalDate day = month.atEndOfMonth();
        String end = midnight(day.plusDays(1));
        return new Question(name, "/api/v1/performance/backlog?at=" + day, "backlog", end, end);
    }

    private static String midnight(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant().toString();
    }
}
