package uk.jointdesk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.w3c.dom.Document;

class PageTest {

    private static final PageTemplate TEMPLATE = PageTemplate.of(PageTest.class, "/paper/sample.html");
    private static final SamplePage PAGE = SamplePage.sample();

    @Test
    void a_page_is_well_formed_needs_nothing_from_elsewhere_and_escapes_what_is_put_into_it() throws Exception {
        String page = TEMPLATE.screen(PAGE);
        Document parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        assertThat(parsed.getElementsByTagName("caption").getLength()).isEqualTo(1);
        assertThat(parsed.getElementsByTagName("desc").item(0).getTextContent()).contains("COVID £-1500.00");
        assertThat(page)
                .contains("<th scope=\"row\">&lt;Base&gt;</th>", "<tr class=\"sum\">", "id=\"all\"")
                .doesNotContain("<script", "<link", "<img", "bookmark");
    }

    @Test
    void a_validator_of_pdf_ua_finds_nothing_wrong() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf()), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void a_pdf_has_its_font_inside_and_the_date_of_what_it_prints() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf())) {
            for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
            assertThat(pdf.getDocumentInformation().getCustomMetadataValue("CreationDate"))
                    .isEqualTo("D:20210630090000Z");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Budget <2020-21>");
        }
    }

    @Test
    void a_page_is_printed_twice_to_the_same_bytes() {
        assertThat(pdf()).isEqualTo(pdf());
    }

    private static byte[] pdf() {
        return TaggedPdf.bytes(TEMPLATE.paper(PAGE), SamplePage.IMPRINT);
    }
}
