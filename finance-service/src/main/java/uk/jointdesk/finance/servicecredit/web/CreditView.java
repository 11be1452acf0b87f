package uk.jointdesk.finance.servicecredit.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.servicecredit.domain.ServiceCredit;

/** A service credit as it was taken over. */
@Schema(name = "ServiceCredit")
public record CreditView(
        UUID id,
        String financialYear,
        int period,
        String month,
        String family,
        String budgetLine,
        MoneyView monthlyCharge,

        @Schema(description = "As if nothing had been mitigated")
        Charge raw,

        Charge afterMitigation,

        @Schema(description = "What counts in contributions: after mitigation, nothing while credits are suspended")
        MoneyView applied,

        String suspended,

        @Schema(description = "How it is shared among the partners")
        String sharedBy,

        @Schema(description = "The answer of the performance service, word for word")
        String evidence,

        @Schema(description = "SHA-256 of the evidence") String evidenceDigest,
        UUID supersedes,
        String cause,
        Instant recordedAt,
        String recordedBy) {
    static final String SHARED_BY =
            "The scheme of the budget line in force on the days of the month, largest remainder of the total to date";

    @Schema(name = "ServiceCreditCharge")
    public record Charge(int points, MoneyView amount) {}

    static CreditView of(ServiceCredit credit) {
        ServiceCredit.Measured measured = credit.measured();
        return new CreditView(
                credit.id(),
                credit.period().year().code(),
                credit.period().number(),
                credit.period().span().from().toString().substring(0, 7),
                credit.family(),
                credit.line(),
                MoneyView.of(credit.monthlyCharge()),
                new Charge(measured.rawPoints(), MoneyView.of(measured.raw())),
                new Charge(measured.points(), MoneyView.of(measured.mitigated())),
                MoneyView.of(measured.applied()),
                measured.suspended(),
                SHARED_BY,
                credit.evidence().answer(),
                credit.evidence().digest(),
                credit.supersedes(),
                credit.cause(),
                credit.recordedAt(),
                credit.recordedBy());
    }
}
