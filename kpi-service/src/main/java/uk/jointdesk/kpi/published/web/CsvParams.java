package uk.jointdesk.kpi.published.web;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.published.domain.PublishedMeasure;

/** What a CSV cannot say of itself. */
public class CsvParams {

    @QueryParam("title")
    public String title;

    @QueryParam("source")
    @Parameter(description = "Document and page; tables with the same source are held against each other")
    public String source;

    @QueryParam("scope")
    @Parameter(description = "What is in and what is not, in the source's words")
    public String scope;

    @QueryParam("asAt")
    @Parameter(description = "The day up to which its facts were known")
    public String asAt;

    @QueryParam("measure")
    @Parameter(description = "VOLUME, RESOLVED, COMPLIANCE, MONTHLY_AVERAGE or KPI_COUNT")
    public String measure;

    @QueryParam("period")
    @Parameter(description = "The days of a column that is no month or quarter: 2017=2017-11-01/2017-12-31")
    public List<String> period = List.of();

    PublishedDocument document(String csv) {
        LocalDate day = day();
        PublishedMeasure what = Asked.word(PublishedMeasure.class, "measure", measure);
        return new PublishedDocument(
                title, source, scope, day, new PublishedCsv(what, PublishedCsv.told(period)).read(csv));
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(String.valueOf(asAt));
        } catch (DateTimeException noDay) {
            throw Asked.refused("asAt", "a date (2018-12-31)");
        }
    }
}
