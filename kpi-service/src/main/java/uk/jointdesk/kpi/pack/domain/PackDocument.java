package uk.jointdesk.kpi.pack.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A compiled pack, or the part of one that is for a reader. Everything that is printed is printed from it.
 *
 * @param history the drafts and who cleared them, by role
 * @param withheldSections how many sections are not for the reader
 */
public record PackDocument(
        String format,
        Heading heading,
        List<Section> sections,
        List<Implication> implications,
        List<String> backgroundPapers,
        List<Appendix> appendices,
        Contract contract,
        List<History> history,
        int withheldSections) {
    public static final String FORMAT = "jointdesk-pack/1";

    /** A line of the version table: which draft, what was done, by which role, when (local day). */
    public record History(int draft, String step, String role, String day) {}

    public PackDocument {
        sections = sections == null ? List.of() : List.copyOf(sections);
        implications = implications == null ? List.of() : List.copyOf(implications);
        backgroundPapers = backgroundPapers == null ? List.of() : List.copyOf(backgroundPapers);
        appendices = appendices == null ? List.of() : List.copyOf(appendices);
        history = history == null ? List.of() : List.copyOf(history);
    }

    public Stream<Figure> figures() {
        return sections.stream().flatMap(Section::figures);
    }

    /** The figures by id, in reading order. */
    public Map<String, Figure> figuresById() {
        Map<String, Figure> byId = new LinkedHashMap<>();
        figures().forEach(figure -> byId.put(figure.id(), figure));
        return byId;
    }

    /** The same pack with every figure replaced by what it becomes. */
    public PackDocument withFigures(UnaryOperator<Figure> change) {
        return new PackDocument(
                format,
                heading,
                sections.stream().map(section -> section.withFigures(change)).toList(),
                implications,
                backgroundPapers,
                appendices,
                contract,
                history,
                withheldSections);
    }

    PackDocument with(Heading other, List<Section> kept) {
        return new PackDocument(
                format,
                other,
                kept,
                implications,
                backgroundPapers,
                appendices,
                contract,
                history,
                withheldSections + sections.size() - kept.size());
    }
}
