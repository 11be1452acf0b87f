package uk.jointdesk.kpi.pack.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A section as its author ordered it.
 *
 * @param source code of the {@link SectionSource}
 * @param audience who may read the section, null for whom its source gives it to
 * @param partnerAudience who may read what it says of single partners, null for the section's audience
 * @param commentary the author's own words
 */
public record PlannedSection(
        String source,
        String title,
        Audience audience,
        Audience partnerAudience,
        Ask ask,
        List<Commentary> commentary,
        Map<String, String> options) {

    /** A paragraph by the author; {@code audience} null for the section's. */
    public record Commentary(String text, Audience audience) {}

    public PlannedSection {
        commentary = commentary == null ? List.of() : List.copyOf(commentary);
        options = options == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(options));
    }
}
