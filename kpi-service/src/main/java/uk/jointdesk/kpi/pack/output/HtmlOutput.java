package uk.jointdesk.kpi.pack.output;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.jointdesk.kpi.pack.domain.PackDocument;

/**
 * A pack as one page of HTML that needs no script, no other file and no colour to be understood. It is well-formed XML
 * too, so that the PDF is printed from the same template.
 */
public final class HtmlOutput {

    private static final RawString STYLE = new RawString(resource("/pack/pack.css"));
    private static final Template TEMPLATE = template();

    private HtmlOutput() {}

    /** @param digest of the published copy; null for a draft */
    public static byte[] bytes(PackDocument pack, String digest) {
        return html(pack, digest, false).getBytes(StandardCharsets.UTF_8);
    }

    static String html(PackDocument pack, String digest, boolean forPaper) {
        return TEMPLATE.data("page", new PageWriter(pack, digest).page(forPaper, STYLE))
                .render();
    }

    private static Template template() {
        Variant html = new Variant(java.util.Locale.UK, StandardCharsets.UTF_8, Variant.TEXT_HTML);
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build()
                .parse(resource("/pack/pack.html"), html);
    }

    static String resource(String path) {
        try (InputStream in = HtmlOutput.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
