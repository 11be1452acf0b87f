package uk.jointdesk.kpi.pack.domain;

import java.util.List;

/**
 * Plain words.
 *
 * @param figures ids of the figures it speaks of; who may not read one of them may not read it
 */
public record Paragraph(String text, Audience audience, List<String> figures) {
    public Paragraph {
        audience = audience == null ? Audience.PUBLIC : audience;
        figures = figures == null ? List.of() : List.copyOf(figures);
    }

    public static Paragraph of(String text) {
        return new Paragraph(text, Audience.PUBLIC, List.of());
    }
}
