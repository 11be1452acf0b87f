package uk.jointdesk.kpi.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Paragraph;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;

/** The definitions of every figure in the pack, as they stood when the figures were taken. */
@ApplicationScoped
public class DefinitionsSection implements SectionSource {

    private static final String METHOD =
            "A percentage is a numerator over a denominator, both printed beside it, and is"
                    + " rounded half up to two places only to be read; green, amber and red are decided on the exact ratio."
                    + " Months are local months (Europe/London), both ends included. ALL is the sum of the partners and of"
                    + " UNATTRIBUTED, the tickets that belong to none of them.";

    @Override
    public String code() {
        return "definitions";
    }

    @Override
    public String title() {
        return "Definitions";
    }

    @Override
    public boolean readsOtherSections() {
        return true;
    }

    @Override
    public SectionContent content(SectionRequest request) {
        List<Definition> definitions = request.others().stream()
                .flatMap(other -> other.definitions().stream())
                .distinct()
                .sorted()
                .toList();
        return SectionContent.of(List.of(), definitions).withParagraphs(List.of(Paragraph.of(METHOD)));
    }
}
