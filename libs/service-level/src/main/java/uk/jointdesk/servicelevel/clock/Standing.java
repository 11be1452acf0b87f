package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.util.Optional;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.agreement.TargetRule;
import uk.jointdesk.servicelevel.agreement.Terms;
import uk.jointdesk.servicelevel.event.Attributes;

/** The target that stands for a ticket with certain attributes: whose, of which agreement, which line. */
record Standing(AgreementVersion version, TargetRule rule, String partner) {

    static Optional<Standing> of(Metric metric, Attributes attributes, Instant loggedAt, ServiceLevelRules rules) {
        Terms terms = terms(attributes);
        return rules.covering(terms, loggedAt).flatMap(version -> version.targetFor(metric, terms)
                .map(rule -> new Standing(version, rule, attributes.partner())));
    }

    static Optional<AgreementVersion> agreement(Attributes attributes, Instant loggedAt, ServiceLevelRules rules) {
        return rules.covering(terms(attributes), loggedAt);
    }

    private static Terms terms(Attributes known) {
        return new Terms(known.partner(), known.type(), known.priority(), known.queue(), known.catalogueItem());
    }
}
