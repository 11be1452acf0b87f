package uk.jointdesk.kpi.pack.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.jointdesk.kpi.period.domain.Range;

/**
 * What a section is asked for.
 *
 * @param compareWith the earlier period to compare with, of any length
 * @param options the author's options, each of them one of {@link SectionSource#options()}
 * @param others the sections compiled so far, for a source that speaks about them
 */
public record SectionRequest(
        Range range, Optional<Range> compareWith, Map<String, String> options, List<SectionContent> others) {

    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    public boolean wants(String option) {
        return "true".equals(options.get(option));
    }
}
