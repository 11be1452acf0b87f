package uk.jointdesk.kpi.pack.output;

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
import uk.jointdesk.kpi.pack.domain.PackDocument;

/** A pack as a tagged PDF (PDF/UA-1), printed from the template of the page, with its font inside. */
public final class PdfOutput {

    private static final String FAMILY = "Liberation Sans";
    private static final String FONTS = "/liberation/LiberationSans-";
    /** Charts are lettered in the same font, or they would be in whatever the machine has. */
    private static final Set<FSFontUseCase> EVERYWHERE = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private PdfOutput() {}

    /** @param digest of the published copy; null for a draft */
    public static byte[] bytes(PackDocument pack, String digest) {
        try {
            return printed(builder(HtmlOutput.html(pack, digest, true)), pack);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static PdfRendererBuilder builder(String html) {
        return new PdfRendererBuilder()
                .useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true, EVERYWHERE)
                .useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true, EVERYWHERE)
                .useSVGDrawer(new BatikSVGDrawer())
                .usePdfUaAccessibility(true)
                .withProducer("Jointdesk")
                .withHtmlContent(html, null);
    }

    private static InputStream font(String face) {
        return PdfOutput.class.getResourceAsStream(FONTS + face + ".ttf");
    }

    private static byte[] printed(PdfRendererBuilder builder, PackDocument pack) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            date(pdf, pack);
            pdf.save(out);
        }
        return out.toByteArray();
    }

    /** The date and the id of the file are those of the pack, not of the printing: the same pack gives the same bytes. */
    private static void date(PDDocument pdf, PackDocument pack) throws IOException {
        Instant when = pack.heading().publishedAt() == null
                ? Instant.EPOCH
                : pack.heading().publishedAt();
        String date = PDF_DATE.format(when);
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setCustomMetadataValue("CreationDate", date);
        information.setCustomMetadataValue("ModDate", date);
        pdf.setDocumentId((long) pack.heading().pack().hashCode());
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                    .replaceAll("<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*<", "<xmp:$1>" + when + "<");
            metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        }
    }
}
