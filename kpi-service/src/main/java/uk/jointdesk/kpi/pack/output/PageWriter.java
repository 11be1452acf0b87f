package uk.jointdesk.kpi.pack.output;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Heading;
import uk.jointdesk.kpi.pack.domain.Implication;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.domain.PackState;
import uk.jointdesk.kpi.pack.domain.Section;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.paper.Grid;
import uk.jointdesk.paper.Named;

/** Says a pack in words. */
final class PageWriter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final String NO_PAPERS = "No background papers within section 100D of the Local Government Act 1972"
            + " were used in the preparation of this report.";
    private static final String PAPERS = "The following background papers, as defined in section 100D of the Local"
            + " Government Act 1972, were relied upon in the preparation of this report.";

    private final PackDocument pack;
    private final String digest;
    private final Map<String, Figure> figures;

    PageWriter(PackDocument pack, String digest) {
        this.pack = pack;
        this.digest = digest;
        this.figures = pack.figuresById();
    }

    Page page() {
        Heading heading = pack.heading();
        List<String> papers = pack.backgroundPapers();
        return new Page(
                heading.title(),
                heading.title() + ", " + days(heading.from(), heading.to()),
                heading.body(),
                heading.meetingOn() == null ? null : heading.meetingOn().format(DAY),
                facts(heading),
                notes(heading),
                pack.sections().stream().map(this::part).toList(),
                Stream.of(Implication.Kind.values()).map(this::implication).toList(),
                papers.isEmpty() ? NO_PAPERS : PAPERS,
                papers,
                pack.appendices().stream()
                        .map(appendix -> "Appendix " + appendix.letter() + ": " + appendix.title())
                        .toList(),
                pack.history().stream()
                        .map(line -> new Page.Line(
                                line.draft(), Labels.word(line.step()), Labels.word(line.role()), line.day()))
                        .toList());
    }

    private List<Named> facts(Heading heading) {
        List<Named> facts = new ArrayList<>();
        facts.add(new Named("Period", days(heading.from(), heading.to())));
        if (heading.compareFrom() != null) {
            facts.add(new Named("Compared with", days(heading.compareFrom(), heading.compareTo())));
        }
        facts.add(new Named("Edition", Integer.toString(heading.edition())));
        facts.add(new Named("Copy for", copy(heading)));
        facts.add(new Named("Days and months of", heading.zone() + " (rules " + heading.zoneRules() + ")"));
        facts.add(new Named("Facts as at", Objects.toString(heading.asAt(), "no facts yet")));
        facts.add(new Named("Pack", heading.pack()));
        if (digest != null) {
            facts.add(new Named("SHA-256", digest));
        }
        return facts;
    }

    private static String copy(Heading heading) {
        return heading.partner() == null
                ? Labels.word(heading.audience().name())
                : heading.partner() + " (its own figures)";
    }

    private List<String> notes(Heading heading) {
        List<String> notes = new ArrayList<>();
        if (heading.state() != PackState.PUBLISHED) {
            notes.add("This is a draft. Its figures change with the facts until it is published.");
        }
        if (heading.restates() != null) {
            notes.add("This edition takes the place of pack " + heading.restates()
                    + ". Figures marked (R) have been restated.");
        }
        if (pack.withheldSections() > 0) {
            notes.add(pack.withheldSections() + " of the sections are not for the readers of this copy.");
        }
        return notes;
    }

    private Page.Part part(Section section) {
        boolean definitions = section.source().equals("definitions");
        return new Page.Part(
                "section-" + section.number(),
                section.number() + ". " + section.title(),
                section.ask() == null ? null : "For the meeting to " + ask(section),
                section.paragraphs().stream().map(words -> words.text()).toList(),
                section.charts().stream()
                        .map(chart -> ChartWriter.chart(chart, figures).lines())
                        .toList(),
                section.tables().stream().map(PageWriter::grid).toList(),
                definitions ? "Measures" : "Definition",
                section.definitions().stream()
                        .map(one -> new Named(one.code() + ", version " + one.version(), one.text()))
                        .toList(),
                section.withheld() == 0
                        ? null
                        : section.withheld() + " entries of this section are not for the readers of this copy.");
    }

    private static String ask(Section section) {
        return switch (section.ask()) {
                    case NOTE -> "note";
                    case REVIEW -> "review";
                    case COMMENT -> "comment on";
                    case ASSURANCE -> "say whether it is assured of";
                }
                + " this section.";
    }

    private static Grid grid(Table table) {
        List<Grid.Row> rows = table.rows().stream()
                .map(row -> Grid.Row.of(
                        row.heads().stream().map(Labels::head).toList(),
                        row.cells().stream().map(PageWriter::cell).toList()))
                .toList();
        List<String> columns = table.columns().stream().map(Labels::column).toList();
        return new Grid(table.caption(), table.rowHeads(), columns, rows);
    }

    private static Grid.Cell cell(Figure figure) {
        if (figure == null) {
            return new Grid.Cell(null, "not shown", null, List.of());
        }
        Amount amount = figure.amount();
        String restated = figure.formerly() == null ? "" : " (R)";
        String formerly = figure.formerly() == null ? null : "formerly " + said(figure.formerly());
        List<String> lines = Stream.of(Labels.ratio(amount), Labels.excluded(amount), formerly)
                .filter(Objects::nonNull)
                .toList();
        return new Grid.Cell(figure.id(), Labels.value(amount) + restated, Labels.rag(figure), lines);
    }

    private static String said(Amount amount) {
        String ratio = Labels.ratio(amount);
        return Labels.value(amount) + (ratio == null ? "" : ", " + ratio);
    }

    private Named implication(Implication.Kind kind) {
        String text = pack.implications().stream()
                .filter(one -> one.kind() == kind)
                .map(Implication::text)
                .findFirst()
                .orElse("Not stated.");
        return new Named(Labels.word(kind.name()), text);
    }

    private static String days(LocalDate from, LocalDate to) {
        return from.format(DAY) + " to " + to.format(DAY);
    }
}
