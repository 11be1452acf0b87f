package uk.jointdesk.kit.rules;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.Coverage;
import uk.jointdesk.servicelevel.agreement.HoldReason;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.agreement.TargetRule;

/**
 * An agreement as it stands for tickets logged from {@code validFrom} (included) to {@code validTo} (excluded, null for
 * no end); a plain date means its first instant in London. Left out, the clock resumes on reopening, changes count
 * retroactively, nothing is promised about the first response, and somebody is told at 50, 75 and 100 % of a target.
 */
public record AgreementVersionDocument(
        int version,
        @JsonDeserialize(using = InstantOrDate.class) Instant validFrom,
        @JsonDeserialize(using = InstantOrDate.class) Instant validTo,
        CoverageDocument coverage,
        List<TargetRuleDocument> targets,
        List<TargetRuleDocument> responseTargets,
        Set<HoldReason> stoppingReasons,
        ReopenReading reopen,
        ChangePolicy changePolicy,
        List<EscalationDocument> escalation) {

    static AgreementVersionDocument of(AgreementVersion version) {
        return new AgreementVersionDocument(
                version.version(),
                version.validFrom(),
                version.validTo(),
                CoverageDocument.of(version.coverage()),
                version.targets().stream().map(TargetRuleDocument::of).toList(),
                version.responseTargets().isEmpty()
                        ? null
                        : version.responseTargets().stream()
                                .map(TargetRuleDocument::of)
                                .toList(),
                new TreeSet<>(version.stopping()),
                version.reopen(),
                version.changePolicy(),
                version.escalation().stream().map(EscalationDocument::of).toList());
    }

    AgreementVersion toVersion(String agreement) {
        return new AgreementVersion(
                agreement,
                version,
                validFrom,
                validTo,
                coverage == null ? Coverage.of() : coverage.toCoverage(),
                rules(targets),
                responseTargets == null ? List.of() : rules(responseTargets),
                stoppingReasons == null ? Set.of() : stoppingReasons,
                reopen == null ? ReopenReading.RESUME : reopen,
                changePolicy == null ? ChangePolicy.RETROACTIVE : changePolicy,
                escalation == null
                        ? List.of()
                        : escalation.stream()
                                .map(EscalationDocument::toThreshold)
                                .toList());
    }

    private static List<TargetRule> rules(List<TargetRuleDocument> documents) {
        return documents.stream().map(TargetRuleDocument::toRule).toList();
    }
}
