package uk.jointdesk.kpi.pack.output;

import java.nio.charset.StandardCharsets;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.paper.PageTemplate;

/** A pack as one page of HTML, and the page that its PDF is printed from. */
public final class HtmlOutput {

    private static final PageTemplate TEMPLATE = PageTemplate.of(HtmlOutput.class, "/pack/pack.html");

    private HtmlOutput() {}

    /** @param digest of the published copy; null for a draft */
    public static byte[] bytes(PackDocument pack, String digest) {
        return TEMPLATE.screen(new PageWriter(pack, digest).page()).getBytes(StandardCharsets.UTF_8);
    }

    static String forPaper(PackDocument pack, String digest) {
        return TEMPLATE.paper(new PageWriter(pack, digest).page());
    }
}
