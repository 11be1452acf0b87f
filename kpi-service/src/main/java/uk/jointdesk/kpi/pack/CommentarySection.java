package uk.jointdesk.kpi.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;

/** A section of the author's own words and nothing else. */
@ApplicationScoped
public class CommentarySection implements SectionSource {

    @Override
    public String code() {
        return "commentary";
    }

    @Override
    public String title() {
        return "Commentary";
    }

    @Override
    public boolean hasFigures() {
        return false;
    }

    @Override
    public SectionContent content(SectionRequest request) {
        return SectionContent.of(List.of(), List.of());
    }
}
