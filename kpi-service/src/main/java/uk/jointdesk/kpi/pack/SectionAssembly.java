package uk.jointdesk.kpi.pack;

import java.util.List;
import java.util.stream.Stream;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Paragraph;
import uk.jointdesk.kpi.pack.domain.PlannedSection;
import uk.jointdesk.kpi.pack.domain.Section;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionSource;

/** Puts what a source says under its heading, for the audience its author chose: never a wider one than the source's. */
record SectionAssembly(PlannedSection planned, SectionSource source) {

    Section section(int number, SectionContent content) {
        return new Section(
                number,
                source.code(),
                planned.title() == null ? source.title() : planned.title(),
                audience(),
                planned.ask(),
                paragraphs(content),
                content.charts(),
                content.tables().stream()
                        .map(table -> table.withFigures(this::forReaders))
                        .toList(),
                content.balances(),
                content.definitions(),
                0);
    }

    private Audience audience() {
        return planned.audience() == null
                ? source.audience()
                : source.audience().and(planned.audience());
    }

    private Audience partnerAudience() {
        return planned.partnerAudience() == null ? audience() : audience().and(planned.partnerAudience());
    }

    private List<Paragraph> paragraphs(SectionContent content) {
        Stream<Paragraph> own = planned.commentary().stream()
                .map(words -> new Paragraph(
                        words.text(),
                        words.audience() == null ? audience() : audience().and(words.audience()),
                        List.of()));
        Stream<Paragraph> told = content.paragraphs().stream()
                .map(words -> new Paragraph(words.text(), audience().and(words.audience()), words.figures()));
        return Stream.concat(own, told).toList();
    }

    private Figure forReaders(Figure figure) {
        return figure.forAudience(figure.partner() == null ? audience() : partnerAudience());
    }
}
