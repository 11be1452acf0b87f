package uk.jointdesk.incident.rules.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.rules.AgreementDocument;
import uk.jointdesk.kit.rules.AgreementVersionDocument;
import uk.jointdesk.kit.rules.TargetDocument;
import uk.jointdesk.kit.rules.TargetRuleDocument;
import uk.jointdesk.servicelevel.agreement.Agreement;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.agreement.Terms;

/**
 * The targets of catalogue items. They are lines of agreements and nothing else, so that the clock, the explanation and
 * the services downstream read one rule book. A target for an item without a line is a new version of the agreement from
 * now on; tickets logged before keep what held for them.
 */
@ApplicationScoped
public class CatalogueTargets {

    private static final String REQUEST = "SERVICE_REQUEST";
    private static final String PRIORITY = "P4";

    private final AgreementStore agreements;

    public CatalogueTargets(AgreementStore agreements) {
        this.agreements = agreements;
    }

    /** What a partner's agreement says of an item. */
    public record Promise(String partner, String agreement, int version, TargetDocument target, String percent) {}

    /** What holds for requests of an item that are logged now, for those of the partners that have a target. */
    public List<Promise> of(Handle handle, String item, Collection<String> partners, Instant now) {
        Written written = written(handle);
        List<Promise> promises = new ArrayList<>();
        for (String partner : partners) {
            covering(written.book(), item, partner, now)
                    .flatMap(version -> promise(written, version, item, partner))
                    .ifPresent(promises::add);
        }
        return promises;
    }

    /** Sees to it that the agreements of these partners have this target for the item. */
    public void agree(
            Handle handle,
            String item,
            Collection<String> partners,
            TargetDocument target,
            String percent,
            Instant now) {
        Written written = written(handle);
        TargetRuleDocument line = new TargetRuleDocument(REQUEST, PRIORITY, item, target, percent);
        if (partners.isEmpty()) {
            throw Refusal.refused(
                    "no-agreement",
                    "A target is promised to somebody.",
                    new FieldError("/offers", "names nobody to whom it could be promised"));
        }
        Map<String, AgreementVersion> inForce = new LinkedHashMap<>();
        for (String partner : partners) {
            AgreementVersion version =
                    covering(written.book(), item, partner, now).orElseThrow(() -> noAgreement(partner));
            inForce.put(version.agreement(), version);
        }
        inForce.values().forEach(version -> agree(handle, written, version, line, now));
    }

    private void agree(Handle handle, Written written, AgreementVersion version, TargetRuleDocument line, Instant now) {
        AgreementVersionDocument inForce = written.document(version);
        Optional<TargetRuleDocument> there = line(inForce, line.catalogueItem());
        if (there.isPresent()) {
            if (!there.get().target().equals(line.target())) {
                throw Refusal.refused(
                        "target-set-by-agreement",
                        version.agreement() + " has another target for this item, and that rules.",
                        new FieldError("/target", "is not what the agreement says"));
            }
            return;
        }
        if (!written.isLast(version) || inForce.validTo() != null) {
            throw Refusal.conflict(
                    "agreement-changes-later",
                    "What follows version " + version.version() + " of " + version.agreement()
                            + " is written already; the target belongs there too.");
        }
        agreements.insert(handle, version.agreement(), next(inForce, now.truncatedTo(ChronoUnit.MILLIS), line));
    }

    /** The same terms from an instant on, and one line more. */
    private static AgreementVersionDocument next(
            AgreementVersionDocument before, Instant from, TargetRuleDocument line) {
        List<TargetRuleDocument> lines = new ArrayList<>(before.targets());
        lines.add(line);
        return new AgreementVersionDocument(
                before.version() + 1,
                from,
                before.validTo(),
                before.coverage(),
                lines,
                before.responseTargets(),
                before.stoppingReasons(),
                before.reopen(),
                before.changePolicy(),
                before.escalation());
    }

    private static Optional<AgreementVersion> covering(RuleBook book, String item, String partner, Instant now) {
        return book.covering(new Terms(partner, REQUEST, PRIORITY, null, item), now);
    }

    private static Optional<Promise> promise(Written written, AgreementVersion version, String item, String partner) {
        return line(written.document(version), item)
                .map(line ->
                        new Promise(partner, version.agreement(), version.version(), line.target(), line.percent()));
    }

    private static Optional<TargetRuleDocument> line(AgreementVersionDocument version, String item) {
        return version.targets().stream()
                .filter(line -> item.equals(line.catalogueItem()))
                .findFirst();
    }

    /** Read past the memory of {@link RulesInForce}, which must not learn what this transaction may yet take back. */
    private Written written(Handle handle) {
        List<AgreementDocument> all = agreements.all(handle);
        Map<String, List<AgreementVersionDocument>> versions = new LinkedHashMap<>();
        all.forEach(agreement -> versions.put(agreement.code(), agreement.versions()));
        List<Agreement> inOrder =
                all.stream().map(AgreementDocument::toAgreement).toList();
        return new Written(new RuleBook(inOrder, Map.of()), versions);
    }

    /** The agreements as rules and as they are written. */
    private record Written(RuleBook book, Map<String, List<AgreementVersionDocument>> versions) {

        AgreementVersionDocument document(AgreementVersion version) {
            return versions.get(version.agreement()).stream()
                    .filter(document -> document.version() == version.version())
                    .findFirst()
                    .orElseThrow();
        }

        boolean isLast(AgreementVersion version) {
            return versions.get(version.agreement()).stream()
                    .noneMatch(other -> other.validFrom().isAfter(version.validFrom()));
        }
    }

    private static Refusal noAgreement(String partner) {
        return Refusal.refused(
                "no-agreement",
                "No agreement covers requests of " + partner + ", so nothing can be promised.",
                new FieldError("/target", "needs an agreement with " + partner));
    }
}
