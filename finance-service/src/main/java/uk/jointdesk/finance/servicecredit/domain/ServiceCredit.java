package uk.jointdesk.finance.servicecredit.domain;

import java.time.Instant;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Period;

/**
 * What missed targets of a month are worth, as the performance service said when it was asked. Never edited: a
 * restatement is another one that supersedes it, with its cause.
 *
 * @param family of KPIs that share points and a scheme
 * @param line the budget line it is a credit on; that line's scheme in force shares it among the partners
 * @param monthlyCharge what the month costs, of which points buy a part
 * @param supersedes the one it takes the place of, or null
 * @param cause why it was restated, or null
 */
public record ServiceCredit(
        UUID id,
        Period period,
        String family,
        String line,
        Money monthlyCharge,
        Measured measured,
        Evidence evidence,
        UUID supersedes,
        String cause,
        Instant recordedAt,
        String recordedBy) {

    /**
     * Points and money.
     *
     * @param raw as if nothing had been mitigated
     * @param mitigated after mitigation
     * @param applied after mitigation, and nothing while credits are suspended; only this counts
     * @param suspended why credits are suspended, or null
     */
    public record Measured(int rawPoints, Money raw, int points, Money mitigated, Money applied, String suspended) {}

    /** The answer it was read from, word for word, with its SHA-256. */
    public record Evidence(String answer, String digest) {}

    /** Whether the same was measured again, so that there is nothing to record. */
    public boolean saysTheSameAs(ServiceCredit other) {
        return measured.equals(other.measured) && monthlyCharge.equals(other.monthlyCharge) && line.equals(other.line);
    }

    /** @throws RuleBroken {@code restatement-needs-cause} */
    public ServiceCredit superseding(ServiceCredit earlier, String why) {
        if (why == null || why.isBlank()) {
            throw new RuleBroken(
                    "restatement-needs-cause",
                    "/cause",
                    "The credit was " + earlier.measured.applied() + " and is " + measured.applied()
                            + " now: say why it is restated.");
        }
        return new ServiceCredit(
                id, period, family, line, monthlyCharge, measured, evidence, earlier.id, why, recordedAt, recordedBy);
    }
}
