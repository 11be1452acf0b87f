package uk.jointdesk.kpi.restatement.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.pack.PackCompiler;
import uk.jointdesk.kpi.pack.domain.AddingUp;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Discrepancy;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.domain.PackDocument;
import uk.jointdesk.kpi.pack.domain.PackState;
import uk.jointdesk.kpi.pack.domain.PackStep;
import uk.jointdesk.kpi.pack.store.Publications;
import uk.jointdesk.kpi.restatement.domain.CellChange;
import uk.jointdesk.kpi.restatement.domain.Restatement;

/** Decides on entries of the register. An approved one brings out a new edition; the old one stays as it is. */
@ApplicationScoped
public class Decisions {

    private final ScopedDb db;
    private final Comparison comparison;
    private final PackCompiler compiler;
    private final Publications publications;

    public Decisions(ScopedDb db, Comparison comparison, PackCompiler compiler, Publications publications) {
        this.db = db;
        this.comparison = comparison;
        this.compiler = compiler;
        this.publications = publications;
    }

    /** Somebody's decision. */
    public record Decision(boolean approved, String reason, Pack.Actor by, Instant at) {}

    public void decide(Restatement entry, Decision decision) {
        db.run(handle -> {
            ProgressStore.held(handle);
            String edition = decision.approved() ? publish(handle, entry, decision) : null;
            if (!RestatementStore.decide(handle, decided(entry, decision, edition))) {
                throw Refusal.conflict("restatement-decided", "It is not open any more.");
            }
        });
    }

    private static Restatement decided(Restatement entry, Decision decision, String edition) {
        return new Restatement(
                entry.id(),
                entry.pack(),
                decision.approved() ? Restatement.Status.APPROVED : Restatement.Status.REJECTED,
                entry.changes(),
                entry.detectedAt(),
                entry.arrival(),
                decision.reason(),
                decision.at(),
                decision.by(),
                edition,
                entry.version());
    }

    private String publish(Handle handle, Restatement entry, Decision decision) {
        PublishedPacks.Standing old = PublishedPacks.standing(handle, Optional.of(entry.pack())).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("pack-restated", "Another edition has taken its place."));
        checkUnmoved(entry, comparison.changes(handle, old));
        Pack edition = edition(old.pack(), decision.at());
        PackStep step = PackStep.of(
                edition.draft(),
                PackStep.Kind.RESTATED,
                Roles.BOARD_MEMBER,
                decision.reason(),
                decision.by(),
                decision.at());
        PackDocument document = marked(compiler.compile(edition, List.of(step), decision.at()), entry.changes());
        checkAddsUp(document);
        publications.publishEdition(handle, new Publications.Freezing(edition, document, step));
        return edition.id();
    }

    /** What is approved is what was entered: facts that have come since are another finding. */
    private static void checkUnmoved(Restatement entry, List<CellChange> now) {
        if (!RestatementStore.digest(now).equals(RestatementStore.digest(entry.changes()))) {
            throw Refusal.conflict("restatement-outdated", "The facts have moved on; scan again and decide on that.");
        }
    }

    private static void checkAddsUp(PackDocument document) {
        List<Discrepancy> found = AddingUp.discrepancies(document);
        if (!found.isEmpty()) {
            throw new Refusal(
                    409,
                    "parts-do-not-add-up",
                    found.size() + " cells of the edition are not what their parts make them.",
                    found.stream()
                            .map(one -> new FieldError("cell:" + one.figure(), one.message()))
                            .toArray(FieldError[]::new));
        }
    }

    private static Pack edition(Pack old, Instant at) {
        return new Pack(
                UUID.randomUUID().toString(),
                PackState.PUBLISHED,
                old.edition() + 1,
                old.id(),
                null,
                old.draft(),
                old.plan(),
                old.author(),
                at,
                at,
                1);
    }

    private static PackDocument marked(PackDocument edition, List<CellChange> changes) {
        Map<String, Amount> formerly = changes.stream()
                .filter(change -> change.before() != null)
                .collect(Collectors.toMap(CellChange::cell, CellChange::before));
        return edition.withFigures(
                figure -> formerly.containsKey(figure.id()) ? figure.restating(formerly.get(figure.id())) : figure);
    }
}
