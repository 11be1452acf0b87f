package uk.jointdesk.kpi.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.feed.domain.Progress;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Heading;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.domain.PackPlan;
import uk.jointdesk.kpi.pack.domain.PackState;
import uk.jointdesk.kpi.pack.domain.PackStep;
import uk.jointdesk.kpi.pack.domain.PlannedSection;
import uk.jointdesk.kpi.pack.domain.Section;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;

/** Makes a pack out of its plan and today's facts: all of its sections as at one instant. */
@ApplicationScoped
public class PackCompiler {

    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);
    private static final int TRIES = 5;

    private final Map<String, SectionSource> sources = new TreeMap<>();
    private final ProgressStore progress;

    public PackCompiler(Instance<SectionSource> sources, ProgressStore progress) {
        sources.forEach(source -> this.sources.put(source.code(), source));
        this.progress = progress;
    }

    public Map<String, SectionSource> sources() {
        return sources;
    }

    /**
     * The whole pack. Facts that arrive while it is compiled would make one section newer than another, so then it is
     * compiled again.
     *
     * @param publishedAt null for a draft
     */
    public PackDocument compile(Pack pack, List<PackStep> steps, Instant publishedAt) {
        for (int tries = 1; ; tries++) {
            Progress before = progress.read();
            List<Section> sections = sections(pack.plan());
            boolean undisturbed =
                    Objects.equals(before.position(), progress.read().position());
            if (undisturbed || tries == TRIES) {
                return document(pack, heading(pack, before.asAt(), publishedAt), sections, steps);
            }
        }
    }

    private static PackDocument document(Pack pack, Heading heading, List<Section> sections, List<PackStep> steps) {
        PackPlan plan = pack.plan();
        return new PackDocument(
                PackDocument.FORMAT,
                heading,
                sections,
                plan.implications(),
                plan.backgroundPapers(),
                plan.appendices(),
                plan.contract(),
                steps.stream().map(PackCompiler::history).toList(),
                0);
    }

    private static PackDocument.History history(PackStep step) {
        LocalDate day = LocalDate.ofInstant(step.at(), LONDON);
        return new PackDocument.History(step.draft(), step.kind().name(), step.office(), day.toString());
    }

    private static Heading heading(Pack pack, Instant asAt, Instant publishedAt) {
        PackPlan plan = pack.plan();
        return new Heading(
                pack.id(),
                pack.edition(),
                pack.restates(),
                publishedAt == null ? pack.state() : PackState.PUBLISHED,
                plan.title(),
                plan.body(),
                plan.meetingOn(),
                plan.range().from(),
                plan.range().to(),
                plan.compareWith() == null ? null : plan.compareWith().from(),
                plan.compareWith() == null ? null : plan.compareWith().to(),
                Explanation.ZONE,
                ZoneRulesProvider.getVersions(Explanation.ZONE).lastEntry().getKey(),
                asAt,
                publishedAt,
                Audience.EXEMPT,
                null);
    }

    private List<Section> sections(PackPlan plan) {
        SectionContent[] contents = new SectionContent[plan.sections().size()];
        fill(plan, contents, false, List.of());
        fill(
                plan,
                contents,
                true,
                java.util.Arrays.stream(contents).filter(Objects::nonNull).toList());
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < contents.length; i++) {
            PlannedSection planned = plan.sections().get(i);
            SectionSource source = sources.get(planned.source());
            sections.add(new SectionAssembly(planned, source).section(i + 1, contents[i]));
        }
        return List.copyOf(sections);
    }

    private void fill(PackPlan plan, SectionContent[] contents, boolean readsOthers, List<SectionContent> others) {
        for (int i = 0; i < contents.length; i++) {
            PlannedSection planned = plan.sections().get(i);
            SectionSource source = sources.get(planned.source());
            if (source.readsOtherSections() == readsOthers) {
                contents[i] = source.content(new SectionRequest(
                        plan.range(), Optional.ofNullable(plan.compareWith()), planned.options(), others));
            }
        }
    }
}
