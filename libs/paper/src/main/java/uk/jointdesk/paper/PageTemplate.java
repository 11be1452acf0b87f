package uk.jointdesk.paper;

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
import java.util.Locale;

/**
 * One page of HTML that needs no script, no other file and no colour to be understood. It is well-formed XML too, so
 * that the PDF is printed from the same template. What is put into it is escaped.
 */
public final class PageTemplate {

    private static final Variant HTML = new Variant(Locale.UK, StandardCharsets.UTF_8, Variant.TEXT_HTML);
    private static final RawString STYLE = new RawString(text(PageTemplate.class, "/paper/page.css"));
    private static final Engine ENGINE = engine();

    private final Template template;

    private PageTemplate(Template template) {
        this.template = template;
    }

    /** @param path of the template among the resources of that class's module */
    public static PageTemplate of(Class<?> owner, String path) {
        return new PageTemplate(ENGINE.parse(text(owner, path), HTML));
    }

    /** For a browser. */
    public String screen(Object page) {
        return render(page, false);
    }

    /** For {@link TaggedPdf}. */
    public String paper(Object page) {
        return render(page, true);
    }

    private String render(Object page, boolean forPaper) {
        return template.data("page", page)
                .data("style", STYLE)
                .data("forPaper", forPaper)
                .render();
    }

    private static Engine engine() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        engine.putTemplate("grid", engine.parse(text(PageTemplate.class, "/paper/grid.html"), HTML));
        return engine;
    }

    private static String text(Class<?> owner, String path) {
        try (InputStream in = owner.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
