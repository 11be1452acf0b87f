package uk.jointdesk.finance.statement.output;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import uk.jointdesk.finance.statement.domain.Statement;
import uk.jointdesk.paper.Imprint;
import uk.jointdesk.paper.PageTemplate;
import uk.jointdesk.paper.TaggedPdf;

/** A statement as an accessible page, and as a tagged PDF of the same page. */
public final class StatementPaper {
    private static final PageTemplate TEMPLATE = PageTemplate.of(StatementPaper.class, "/statement/statement.html");

    private StatementPaper() {}

    public static byte[] html(Statement statement) {
        return TEMPLATE.screen(new PageWriter(statement).page()).getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] pdf(Statement statement) {
        return TaggedPdf.bytes(TEMPLATE.paper(new PageWriter(statement).page()), imprint(statement));
    }

    static Imprint imprint(Statement statement) {
        String identity = statement.heading().identity();
        Instant asAt = statement.heading().asAt();
        return asAt == null ? Imprint.undated(identity) : new Imprint(asAt, identity);
    }
}
