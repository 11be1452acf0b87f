package uk.jointdesk.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** A page as a tagged PDF (PDF/UA-1) with its font inside. */
public final class TaggedPdf {

    private static final String FAMILY = "Liberation Sans";
    private static final String FONTS = "/liberation/LiberationSans-";
    /** Charts are lettered in the same font, or they would be in whatever the machine has. */
    private static final Set<FSFontUseCase> EVERYWHERE = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private TaggedPdf() {}

    /** @param xhtml from {@link PageTemplate#paper} */
    public static byte[] bytes(String xhtml, Imprint imprint) {
        try {
            return printed(builder(xhtml), imprint);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static PdfRendererBuilder builder(String xhtml) {
        return new PdfRendererBuilder()
                .useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true, EVERYWHERE)
                .useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true, EVERYWHERE)
                .useSVGDrawer(new BatikSVGDrawer())
                .usePdfUaAccessibility(true)
                .withProducer("Jointdesk")
                .withHtmlContent(xhtml, null);
    }

    private static InputStream font(String face) {
        return TaggedPdf.class.getResourceAsStream(FONTS + face + ".ttf");
    }

    private static byte[] printed(PdfRendererBuilder builder, Imprint imprint) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            stamp(pdf, imprint);
            pdf.save(out);
        }
        return out.toByteArray();
    }

    private static void stamp(PDDocument pdf, Imprint imprint) throws IOException {
        Instant when = imprint.date();
        String date = PDF_DATE.format(when);
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setCustomMetadataValue("CreationDate", date);
        information.setCustomMetadataValue("ModDate", date);
        pdf.setDocumentId((long) imprint.identity().hashCode());
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                    .replaceAll("<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*<", "<xmp:$1>" + when + "<");
            metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        }
    }
}
