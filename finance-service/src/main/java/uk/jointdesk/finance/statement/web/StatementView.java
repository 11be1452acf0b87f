package uk.jointdesk.finance.statement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.money.web.RatioView;
import uk.jointdesk.finance.statement.domain.Cell;
import uk.jointdesk.finance.statement.domain.Chart;
import uk.jointdesk.finance.statement.domain.Definition;
import uk.jointdesk.finance.statement.domain.Heading;
import uk.jointdesk.finance.statement.domain.Section;
import uk.jointdesk.finance.statement.domain.Statement;
import uk.jointdesk.finance.statement.domain.Table;
import uk.jointdesk.finance.statement.domain.Value;
import uk.jointdesk.finance.statement.domain.Working;

/**
 * A statement as JSON: the very cells that are printed, with the sum that leads to each.
 *
 * @param asAt when the ledger that it was read from last changed; absent while nothing is posted
 */
@Schema(name = "Statement")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementView(
        String statement,
        String title,
        String partner,
        String financialYear,
        int period,
        String basis,
        Instant asAt,
        List<SectionView> sections,
        List<Definition> definitions,
        List<String> notes) {

    @Schema(name = "StatementSection")
    public record SectionView(
            String code, String title, List<String> paragraphs, List<TableView> tables, List<Chart> charts) {
        static SectionView of(Section section) {
            return new SectionView(
                    section.code(),
                    section.title(),
                    section.paragraphs(),
                    section.tables().stream().map(TableView::of).toList(),
                    section.charts());
        }
    }

    @Schema(name = "StatementTable")
    public record TableView(
            String code, String caption, List<String> rowHeads, List<Table.Column> columns, List<RowView> rows) {
        static TableView of(Table table) {
            List<RowView> rows = table.rows().stream().map(RowView::of).toList();
            return new TableView(table.code(), table.caption(), table.rowHeads(), table.columns(), rows);
        }
    }

    /** @param sum whether the row adds up others */
    @Schema(name = "StatementRow")
    public record RowView(String code, List<String> heads, List<CellView> cells, boolean sum) {
        static RowView of(Table.Row row) {
            return new RowView(
                    row.code(),
                    row.heads(),
                    row.cells().stream().map(CellView::of).toList(),
                    row.sum());
        }
    }

    /**
     * One of amount, ratio, number and text, or none of them where there is nothing to say.
     *
     * @param number exact: a whole number, or a fraction such as 3/7
     * @param source where a fact is published or kept
     * @param divided how an amount was divided
     * @param plus ids of the cells it adds
     * @param minus ids of the cells it takes away
     * @param assumption whether it rests on an amount or a share that is assumed and not published
     */
    @Schema(name = "StatementCell")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record CellView(
            String id,
            MoneyView amount,
            RatioView ratio,
            String number,
            String text,
            String source,
            String divided,
            List<String> plus,
            List<String> minus,
            boolean assumption) {

        static CellView of(Cell cell) {
            Working working = cell.working() == null ? NONE : cell.working();
            return new CellView(
                    cell.id(),
                    cell.value() instanceof Value.Amount amount ? MoneyView.of(amount.money()) : null,
                    cell.value() instanceof Value.Ratio ratio ? RatioView.of(ratio.fraction()) : null,
                    cell.value() instanceof Value.Quantity quantity ? quantity.written() : null,
                    cell.value() instanceof Value.Words words ? words.text() : null,
                    working.source(),
                    working.words(),
                    working.plus(),
                    working.minus(),
                    cell.assumption());
        }

        private static final Working NONE = new Working(null, null, List.of(), List.of());
    }

    public static StatementView of(Statement statement) {
        Heading heading = statement.heading();
        return new StatementView(
                heading.kind(),
                heading.title(),
                heading.partner(),
                heading.year().code(),
                heading.upTo().number(),
                heading.basis(),
                heading.asAt(),
                statement.sections().stream().map(SectionView::of).toList(),
                statement.definitions(),
                statement.notes());
    }
}
