package uk.jointdesk.kpi.pack.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import uk.jointdesk.kpi.pack.SamplePack;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.PackDocument;

class OutputTest {

    private static final PackDocument PACK = SamplePack.published();

    @Test
    void a_pack_is_printed_twice_to_the_same_bytes() {
        assertThat(HtmlOutput.bytes(PACK, "d")).isEqualTo(HtmlOutput.bytes(PACK, "d"));
        assertThat(CsvOutput.bytes(PACK)).isEqualTo(CsvOutput.bytes(PACK));
        assertThat(XlsxOutput.bytes(PACK, "d")).isEqualTo(XlsxOutput.bytes(PACK, "d"));
        assertThat(PdfOutput.bytes(PACK, "d")).isEqualTo(PdfOutput.bytes(PACK, "d"));
    }

    @Test
    void the_pdf_is_tagged_titled_and_says_that_it_is_for_everybody() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfOutput.bytes(PACK, "d"))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).contains("autumn 2018");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid:part");
            Map<String, Integer> tags = new TreeMap<>();
            List<String> alternatives = new ArrayList<>();
            collect(catalog.getStructureTreeRoot(), tags, alternatives);
            assertThat(tags).containsKeys("H1", "H2", "Table", "TH", "TD", "P", "Figure");
            assertThat(alternatives).singleElement().asString().contains("LBL: 2018-10 44.74%");
        }
    }

    @Test
    void every_font_of_the_pdf_is_inside_it() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfOutput.bytes(PACK, "d"))) {
            for (var page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void a_validator_of_pdf_ua_finds_nothing_wrong() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = PdfOutput.bytes(PACK, "d");
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void the_workbook_holds_numbers_as_numbers_and_percentages_as_numbers_with_a_format() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(XlsxOutput.bytes(PACK, "d")))) {
            Sheet sheet = book.getSheet("1 Compliance");
            Row row = row(sheet, "LBL");
            assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(0.4474);
            assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("0.00%");
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(17);
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(38);
            Sheet definitions = book.getSheet("Definitions of measures");
            assertThat(definitions.getRow(1).getCell(0).getStringCellValue()).isEqualTo("compliance");
            assertThat(definitions.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(1);
        }
    }

    @Test
    void the_table_of_cells_has_a_row_for_each() {
        String csv = new String(CsvOutput.bytes(PACK), StandardCharsets.UTF_8);
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(1 + (int) PACK.figures().count());
        assertThat(lines.get(1)).contains("compliance/P2/LBL/2018-10", "PERCENT,44.74,17,38");
        assertThat(csv).endsWith("\r\n");
    }

    @Test
    void the_page_says_in_words_what_colours_and_pictures_say_and_escapes_what_authors_write() {
        String page = new String(HtmlOutput.bytes(PACK, "abcd"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("&lt;Lewisham &amp; Southwark&gt;")
                .contains("scope=\"col\"")
                .contains("scope=\"row\"")
                .contains("<caption>")
                .contains(">Red</span>")
                .contains("37 of 70")
                .contains("<desc id=\"chart-p2-desc\">")
                .contains("section 100D of the Local Government Act 1972")
                .contains("abcd")
                .doesNotContain("<script");
        for (Figure figure : PACK.figures().toList()) {
            assertThat(page).contains(figure.amount().value() + "%");
        }
    }

    @Test
    void the_page_says_what_the_meeting_is_asked_and_ends_with_implications_papers_and_appendices() {
        String page = new String(HtmlOutput.bytes(PACK, "abcd"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("<p class=\"ask\">")
                .containsPattern("(?i)<dt>legal[^<]*</dt><dd>None\\.</dd>")
                .contains("<li>SLA report, December 2018</li>")
                .contains("Summary of indicators");
    }

    private static Row row(Sheet sheet, String partner) {
        for (Row row : sheet) {
            if (row.getCell(1) != null
                    && row.getCell(1).getCellType() == CellType.STRING
                    && row.getCell(1).getStringCellValue().equals(partner)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + partner);
    }

    private static void collect(PDStructureNode node, Map<String, Integer> tags, List<String> alternatives) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.merge(element.getStructureType(), 1, Integer::sum);
                if (element.getAlternateDescription() != null) {
                    alternatives.add(element.getAlternateDescription());
                }
                collect(element, tags, alternatives);
            }
        }
    }
}
