package uk.jointdesk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {

    @Test
    void a_workbook_holds_numbers_as_numbers_and_says_by_a_format_what_they_are() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(book()))) {
            Row row = book.getSheet("A name with  signs and far too ").getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Base");
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(new BigDecimal(((org.apache.poi.xssf.usermodel.XSSFCell) row.getCell(1)).getRawValue()))
                    .isEqualByComparingTo("14598500.01");
            assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(0.4474);
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(17);
            assertThat(row.getCell(4)).isNull();
        }
    }

    @Test
    void a_workbook_is_written_twice_to_the_same_bytes() {
        assertThat(book()).isEqualTo(book());
    }

    private static byte[] book() {
        return Book.bytes(SamplePage.IMPRINT, book -> {
            Sheet sheet = book.sheet("A name with: signs and far too long for a sheet");
            sheet.title(0, "Budget");
            sheet.text(1, 0, "Base");
            sheet.pounds(1, 1, new BigDecimal("14598500.01"));
            sheet.percent(1, 2, new BigDecimal("44.74"));
            sheet.number(1, 3, 17);
        });
    }

    @Test
    void a_table_is_written_whole_or_streamed_to_the_same_bytes() {
        List<String> header = List.of("line", "amount");
        List<List<String>> rows = List.of(List.of("Base, \"old\"", "-12.50"), java.util.Arrays.asList(null, "0.00"));
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        TidyCsv.write(streamed, header, csv -> rows.forEach(csv::row));
        assertThat(TidyCsv.bytes(header, rows.stream())).isEqualTo(streamed.toByteArray());
        assertThat(streamed.toString(StandardCharsets.UTF_8))
                .isEqualTo("line,amount\r\n\"Base, \"\"old\"\"\",-12.50\r\n,0.00\r\n");
        assertThat(new String(TidyCsv.bytes(header, Stream.empty()), StandardCharsets.UTF_8))
                .isEqualTo("line,amount\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=HYPERLINK(\"http://x\") | '=HYPERLINK(\"http://x\")",
                "@x | '@x",
                "+44 | '+44",
                "-cmd | '-cmd",
                "-12.5 | -12.5",
                "Base | Base"
            })
    void nothing_is_left_that_a_spreadsheet_would_run(String field, String written) {
        assertThat(TidyCsv.harmless(field)).isEqualTo(written);
    }
}
