package uk.jointdesk.finance.statement.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.w3c.dom.Document;
import uk.jointdesk.finance.statement.PublishedYears;
import uk.jointdesk.finance.statement.domain.Cell;
import uk.jointdesk.finance.statement.domain.Pounds;
import uk.jointdesk.finance.statement.domain.Statement;
import uk.jointdesk.finance.statement.domain.Value;

class StatementOutputTest {

    static Stream<Statement> statements() {
        return PublishedYears.all().stream();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void a_statement_is_printed_twice_to_the_same_bytes(Statement statement) {
        assertThat(StatementPaper.html(statement)).isEqualTo(StatementPaper.html(statement));
        assertThat(StatementPaper.pdf(statement)).isEqualTo(StatementPaper.pdf(statement));
        assertThat(StatementBook.bytes(statement)).isEqualTo(StatementBook.bytes(statement));
        assertThat(StatementCsv.bytes(statement)).isEqualTo(StatementCsv.bytes(statement));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void a_validator_of_pdf_ua_finds_nothing_wrong(Statement statement) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = StatementPaper.pdf(statement);
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void the_page_is_well_formed_and_holds_every_figure_where_it_says_it_does(Statement statement) throws Exception {
        String html = new String(StatementPaper.html(statement), StandardCharsets.UTF_8);
        Document page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> printed = new TreeMap<>();
        var places = page.getElementsByTagName("td");
        for (int i = 0; i < places.getLength(); i++) {
            var place = (org.w3c.dom.Element) places.item(i);
            printed.put(place.getAttribute("id"), place.getTextContent());
        }
        statement.cells().forEach(cell -> assertThat(printed.get(cell.id()))
                .as(cell.id())
                .startsWith(said(cell)));
        assertThat(html).doesNotContain("<script", "<link", "<img");
        assertThat(page.getElementsByTagName("caption").getLength()).isEqualTo((int) statement.sections().stream()
                .mapToLong(section -> section.tables().size())
                .sum());
    }

    private static String said(Cell cell) {
        return cell.value() instanceof Value.Amount amount ? Pounds.written(amount.money()) : Printed.cell(cell);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void the_pdf_holds_every_amount(Statement statement) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(StatementPaper.pdf(statement))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            statement
                    .cells()
                    .filter(cell -> cell.value() instanceof Value.Amount)
                    .forEach(cell -> assertThat(text).contains(Pounds.written(cell.amount())));
            assertThat(pdf.getDocumentInformation().getCustomMetadataValue("CreationDate"))
                    .isEqualTo("D:20210630090000Z");
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void another_program_reads_every_amount_of_the_workbook_as_a_number(Statement statement) throws IOException {
        List<BigDecimal> numbers = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(StatementBook.bytes(statement)))) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.NUMERIC
                        && cell.getCellStyle().getDataFormatString().equals("#,##0.00")) {
                    numbers.add(new BigDecimal(((XSSFCell) cell).getRawValue()).setScale(2));
                }
            })));
        }
        assertThat(numbers)
                .containsExactlyElementsOf(statement
                        .cells()
                        .filter(cell -> cell.value() instanceof Value.Amount)
                        .map(cell -> new BigDecimal(cell.amount().toString()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("statements")
    void whoever_re_adds_the_rows_of_the_csv_comes_to_the_same_sums(Statement statement) {
        List<Map<String, String>> rows = rows(new String(StatementCsv.bytes(statement), StandardCharsets.UTF_8));
        Map<String, BigDecimal> amounts = new TreeMap<>();
        rows.stream()
                .filter(row -> row.get("unit").equals("GBP"))
                .forEach(row -> amounts.put(row.get("cell"), new BigDecimal(row.get("value"))));
        int sums = 0;
        for (Map<String, String> row : rows) {
            if (!row.get("plus").isEmpty() || !row.get("minus").isEmpty()) {
                BigDecimal sum = total(row.get("plus"), amounts).subtract(total(row.get("minus"), amounts));
                assertThat(amounts.get(row.get("cell"))).as(row.get("cell")).isEqualByComparingTo(sum);
                sums++;
            }
        }
        assertThat(sums).isPositive();
        assertThat(rows).hasSize((int) statement.cells().count());
    }

    private static BigDecimal total(String ids, Map<String, BigDecimal> amounts) {
        return Stream.of(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(id -> amounts.getOrDefault(id, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Map<String, String>> rows(String csv) {
        var records = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(csv);
        return records.stream().map(record -> record.getFieldsAsMap()).toList();
    }
}
