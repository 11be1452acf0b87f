package uk.jointdesk.finance.statement.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.jointdesk.finance.statement.domain.Statement;
import uk.jointdesk.finance.statement.output.StatementBook;
import uk.jointdesk.finance.statement.output.StatementCsv;
import uk.jointdesk.finance.statement.output.StatementPaper;
import uk.jointdesk.kit.problem.Refusal;

/** What the end of a path asks for; it wins over the Accept header, which browsers and scripts seldom set rightly. */
enum Ending {
    JSON(MediaType.APPLICATION_JSON, "inline", StatementView::of),
    HTML("text/html;charset=UTF-8", "inline", StatementPaper::html),
    PDF("application/pdf", "inline", StatementPaper::pdf),
    XLSX(Ending.WORKBOOK, "attachment", StatementBook::bytes),
    CSV("text/csv;charset=UTF-8;header=present", "attachment", StatementCsv::bytes);

    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String type;
    private final String disposition;
    private final Function<Statement, Object> printer;

    Ending(String type, String disposition, Function<Statement, Object> printer) {
        this.type = type;
        this.disposition = disposition;
        this.printer = printer;
    }

    /** An ending that nothing is printed for is a path that does not exist. */
    static Ending of(String written) {
        return Stream.of(values())
                .filter(ending -> ending.written().equals(written))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The statement as a file; nothing that was written into it is ever run. */
    Response of(Statement statement) {
        String name = statement.heading().identity().replace('/', '-') + "." + written();
        return Response.ok(printer.apply(statement))
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition + "; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
