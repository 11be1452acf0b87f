package uk.jointdesk.kpi.headline.domain;

import java.util.List;

/**
 * A sentence about figures, with the figures.
 *
 * @param id what it is about; the same from period to period
 * @param claims what it says, to be held against the figures again
 */
public record Headline(String id, String text, List<Figure> figures, List<Claim> claims) {

    public Headline {
        figures = List.copyOf(figures);
        claims = List.copyOf(claims);
    }

    /** What a sentence says of some rows. */
    public record Claim(ClaimKind kind, List<Figure> figures) {
        public Claim {
            figures = List.copyOf(figures);
        }
    }
}
