package uk.jointdesk.kpi.result.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.result.domain.ReportPeriod;

/** The months of a report with the words that head it. */
@Schema(name = "ReportPeriod")
public record PeriodView(String from, String to, long months, String heading) {

    public static PeriodView of(ReportPeriod period, Family family) {
        return new PeriodView(
                period.from().toString(), period.to().toString(), period.length(), period.heading(family));
    }
}
