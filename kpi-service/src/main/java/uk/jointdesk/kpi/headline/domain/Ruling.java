package uk.jointdesk.kpi.headline.domain;

import java.util.List;

/**
 * What the figures say to a claim.
 *
 * @param contradictions why it does not hold; empty if it does
 * @param cautions what the words should also say
 */
public record Ruling(List<Contradiction> contradictions, List<String> cautions) {

    /** Figures that contradict a claim, and how. */
    public record Contradiction(String words, List<Figure> figures) {
        public Contradiction {
            figures = List.copyOf(figures);
        }
    }

    public Ruling {
        contradictions = List.copyOf(contradictions);
        cautions = List.copyOf(cautions);
    }

    public boolean holds() {
        return contradictions.isEmpty();
    }
}
