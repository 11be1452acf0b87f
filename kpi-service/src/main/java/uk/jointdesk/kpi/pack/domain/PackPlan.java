package uk.jointdesk.kpi.pack.domain;

import java.time.LocalDate;
import java.util.List;
import uk.jointdesk.kpi.period.domain.Range;

/**
 * What an author wants in a pack.
 *
 * @param body the meeting it is for
 * @param compareWith an earlier period of the author's choice, of any length; null for none
 * @param audience the widest audience it is published to
 */
public record PackPlan(
        String title,
        String body,
        LocalDate meetingOn,
        Range range,
        Range compareWith,
        Audience audience,
        List<PlannedSection> sections,
        List<Implication> implications,
        List<String> backgroundPapers,
        List<Appendix> appendices,
        Contract contract) {

    public PackPlan {
        sections = List.copyOf(sections);
        implications = implications == null ? List.of() : List.copyOf(implications);
        backgroundPapers = backgroundPapers == null ? List.of() : List.copyOf(backgroundPapers);
        appendices = appendices == null ? List.of() : List.copyOf(appendices);
    }
}
