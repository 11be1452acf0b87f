package uk.jointdesk.kpi.pack.output;

import java.time.Instant;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.paper.Imprint;
import uk.jointdesk.paper.TaggedPdf;

/** A pack as a tagged PDF (PDF/UA-1), printed from the template of the page. */
public final class PdfOutput {

    private PdfOutput() {}

    /** @param digest of the published copy; null for a draft */
    public static byte[] bytes(PackDocument pack, String digest) {
        return TaggedPdf.bytes(HtmlOutput.forPaper(pack, digest), imprint(pack));
    }

    static Imprint imprint(PackDocument pack) {
        Instant published = pack.heading().publishedAt();
        String identity = pack.heading().pack();
        return published == null ? Imprint.undated(identity) : new Imprint(published, identity);
    }
}
