package uk.jointdesk.kpi.answer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.domain.Question;

/**
 * What a reader must know to compute the figures again: which definition, whose days, which facts.
 *
 * @param scope whose queues are in: WHOLE for everybody's, application teams of the councils included, or organisations
 * @param asAt when the newest fact behind the figures was recorded; null before the first fact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        Definition definition,
        String scope,
        String zone,
        Instant asAt,
        Span period,
        String periodicity,
        String calendar,
        List<String> groupBy) {

    /** A measure as it is defined; a change of meaning is a new version. */
    public record Definition(String code, int version, String text) {}

    /** Local days, both included. */
    public record Span(LocalDate from, LocalDate to) {}

    public static final String ZONE = "Europe/London";

    public static Explanation of(Definition definition, Question question, Instant asAt) {
        return new Explanation(
                definition,
                scope(question.filter()),
                ZONE,
                asAt,
                new Span(question.range().from(), question.range().to()),
                question.periodicity().name(),
                question.basis().name(),
                question.by().stream().map(Asked::camel).toList());
    }

    public static String scope(Filter filter) {
        return filter.organisations().isEmpty() ? "WHOLE" : String.join(",", new TreeSet<>(filter.organisations()));
    }
}
