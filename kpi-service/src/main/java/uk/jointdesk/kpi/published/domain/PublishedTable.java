package uk.jointdesk.kpi.published.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table as it was published elsewhere, with where it stands.
 *
 * @param source document and page
 * @param scope what is in and what is not, in the source's words
 * @param asAt the day up to which its facts were known
 */
public record PublishedTable(
        String id, String title, String source, String scope, LocalDate asAt, List<PublishedFigure> figures) {

    public PublishedTable {
        figures = List.copyOf(figures);
    }

    public Stream<PublishedFigure> of(PublishedMeasure measure) {
        return figures.stream().filter(figure -> figure.measure() == measure);
    }
}
