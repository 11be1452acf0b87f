package uk.jointdesk.kpi.pack.domain;

import java.util.List;

/** What a source has to say: words, charts and tables in the order in which they are printed. */
public record SectionContent(
        List<Paragraph> paragraphs,
        List<Chart> charts,
        List<Table> tables,
        List<Balance> balances,
        List<Definition> definitions) {

    public static SectionContent of(List<Table> tables, List<Definition> definitions) {
        return new SectionContent(List.of(), List.of(), tables, List.of(), definitions);
    }

    public SectionContent withParagraphs(List<Paragraph> words) {
        return new SectionContent(words, charts, tables, balances, definitions);
    }

    public SectionContent withCharts(List<Chart> drawn) {
        return new SectionContent(paragraphs, drawn, tables, balances, definitions);
    }

    public SectionContent withBalances(List<Balance> laws) {
        return new SectionContent(paragraphs, charts, tables, laws, definitions);
    }
}
