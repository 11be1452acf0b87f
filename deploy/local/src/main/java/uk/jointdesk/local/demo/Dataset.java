package uk.jointdesk.local.demo;

import java.io.InputStream;
import java.util.function.Supplier;

/** One history of the demo data and how a desk would send it: who, in which format, the body gzipped. */
public record Dataset(
        String source, String client, String format, String mediaType, String title, Supplier<InputStream> body) {

    /** The quarter of October to December 2018, drawn anew each time and always the same. */
    public static Dataset quarter() {
        return new Dataset(
                "demo-2018",
                "desk",
                "ndjson",
                "application/x-ndjson",
                "the demo quarter Oct-Dec 2018",
                () -> GzipPipe.of(out -> new Ndjson("demo-2018").write(Quarter.tickets(), out)));
    }

    /** The audit trail of a real desk; where it is from says {@code demo/ATTRIBUTION.md}. */
    public static Dataset serviceNow() {
        return new Dataset(
                "servicenow-demo",
                "servicenow-demo",
                "servicenow-audit",
                "text/csv",
                "the ServiceNow history",
                () -> Dataset.class.getResourceAsStream("/demo/servicenow-incident-event-log.csv.gz"));
    }
}
