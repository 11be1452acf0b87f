package uk.jointdesk.kpi.headline.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.jointdesk.kpi.compliance.store.JudgedTickets;
import uk.jointdesk.kpi.compliance.store.ThresholdStore;
import uk.jointdesk.kpi.headline.domain.Figure;
import uk.jointdesk.kpi.headline.domain.Headline;
import uk.jointdesk.kpi.headline.domain.Narrator;
import uk.jointdesk.kpi.headline.web.HeadlineResource;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Paragraph;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.statistics.store.FirstMonths;
import uk.jointdesk.kpi.volumes.store.MovedTickets;

/** What the figures say in words, beside the author's own, and the cells that each sentence speaks of. */
@ApplicationScoped
public class HeadlineSection implements SectionSource {

    private static final Definition DEFINITION = WholeService.definition(HeadlineResource.DEFINITION);
    private static final List<String> PRIORITIES = List.of("P1", "P2", "P3", "P4");

    private final WholeFigures.Sources sources;
    private final ThresholdStore thresholds;
    private final FirstMonths firstMonths;

    public HeadlineSection(
            WholeService service,
            JudgedTickets judged,
            MovedTickets moved,
            ThresholdStore thresholds,
            FirstMonths firstMonths) {
        this.sources = new WholeFigures.Sources(service, judged, moved);
        this.thresholds = thresholds;
        this.firstMonths = firstMonths;
    }

    @Override
    public String code() {
        return "headlines";
    }

    @Override
    public String title() {
        return "Headlines";
    }

    @Override
    public SectionContent content(SectionRequest request) {
        WholeFigures figures = new WholeFigures(
                sources,
                thresholds.all(),
                firstMonths.ofWholeService(sources.service().rows()));
        List<Headline> headlines = Narrator.of(figures, request.range(), PRIORITIES);
        Set<Figure> spokenOf = new LinkedHashSet<>();
        headlines.forEach(headline -> spokenOf.addAll(headline.figures()));
        List<Table.Row> rows =
                spokenOf.stream().map(figure -> row(figure, figures)).toList();
        Table table = new Table(
                "cells",
                "The cells that the headlines speak of",
                List.of("Measure", "Priority", "Partner", "Period"),
                List.of("Value"),
                rows);
        return SectionContent.of(List.of(table), List.of(DEFINITION))
                .withParagraphs(headlines.stream().map(HeadlineSection::words).toList());
    }

    /** Who may not read one of the cells may not read the sentence. */
    private static Paragraph words(Headline headline) {
        return new Paragraph(
                headline.text(),
                Audience.PUBLIC,
                headline.figures().stream().map(HeadlineSection::id).distinct().toList());
    }

    private static Table.Row row(Figure figure, WholeFigures figures) {
        Map<String, String> at = new TreeMap<>(Map.of(
                uk.jointdesk.kpi.pack.domain.Figure.PARTNER,
                figure.partner(),
                "measure",
                figure.measure().toString(),
                "period",
                figure.period(),
                "from",
                figure.from().toString(),
                "to",
                figure.to().toString()));
        if (figure.priority() != null) {
            at.put("priority", figure.priority());
        }
        return new Table.Row(
                List.of(figure.measure().toString(), priority(figure), figure.partner(), figure.period()),
                List.of(uk.jointdesk.kpi.pack.domain.Figure.of(
                        id(figure), DEFINITION, at, amount(figure), figures.evidence(figure))));
    }

    private static Amount amount(Figure figure) {
        if (figure.value().isEmpty() && !figure.measure().isRatio()) {
            return Amount.of(Amount.Unit.TICKETS, null);
        }
        var seen = figure.seen().orElseThrow();
        return figure.measure().isRatio()
                ? Amount.ratio(seen.numerator(), seen.denominator(), List.of())
                : Amount.tickets(seen.numerator());
    }

    private static String id(Figure figure) {
        return "headlines/%s/%s/%s/%s"
                .formatted(
                        figure.measure(),
                        priority(figure),
                        figure.partner(),
                        figure.period().replace("/", ".."));
    }

    private static String priority(Figure figure) {
        return figure.priority() == null ? "TOTAL" : figure.priority();
    }
}
