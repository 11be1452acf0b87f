package uk.jointdesk.kpi.pack.web;

import java.time.Instant;
import java.util.List;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Clearance;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.domain.PackPlan;
import uk.jointdesk.kpi.pack.domain.PackState;
import uk.jointdesk.kpi.pack.domain.PackStep;
import uk.jointdesk.kpi.pack.store.PackList;

/** A pack as its readers see it; plan, steps and author only for those who work on packs. */
public record PackView(
        String id,
        PackState state,
        String title,
        String body,
        String from,
        String to,
        Audience audience,
        int edition,
        String restates,
        String restatedBy,
        Integer draft,
        Instant createdAt,
        Instant publishedAt,
        NewPack plan,
        List<StepView> steps,
        Actor author) {

    public record Actor(String client, String subject) {
        static Actor of(Pack.Actor actor) {
            return new Actor(actor.client(), actor.subject());
        }
    }

    /** One line of the version table. */
    public record StepView(
            int draft, PackStep.Kind step, String role, Clearance clearance, String comment, Actor by, Instant at) {
        static StepView of(PackStep step) {
            return new StepView(
                    step.draft(),
                    step.kind(),
                    step.role(),
                    step.clearance(),
                    step.comment(),
                    Actor.of(step.by()),
                    step.at());
        }
    }

    static PackView of(PackList.Listed pack) {
        return new PackView(
                pack.id(),
                pack.state(),
                pack.title(),
                pack.body(),
                pack.from(),
                pack.to(),
                pack.audience(),
                pack.edition(),
                pack.restates(),
                pack.restatedBy(),
                null,
                pack.createdAt(),
                pack.publishedAt(),
                null,
                null,
                null);
    }

    static PackView of(Pack pack, List<PackStep> steps) {
        PackPlan plan = pack.plan();
        return new PackView(
                pack.id(),
                pack.state(),
                plan.title(),
                plan.body(),
                plan.range().from().toString(),
                plan.range().to().toString(),
                plan.audience(),
                pack.edition(),
                pack.restates(),
                pack.restatedBy(),
                pack.draft(),
                pack.createdAt(),
                pack.publishedAt(),
                NewPack.of(plan),
                steps.stream().map(StepView::of).toList(),
                Actor.of(pack.author()));
    }
}
