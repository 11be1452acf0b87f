package uk.jointdesk.finance.accrual.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.accrual.domain.Accrual;
import uk.jointdesk.finance.accrual.store.Accruals;
import uk.jointdesk.finance.money.web.MoneyView;

/**
 * An accrual or a prepayment.
 *
 * @param journal of the period
 * @param reversal on the first day of the next
 * @param order the purchase order it is for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Accrual")
public record AccrualView(
        UUID id,
        Accrual.Kind kind,
        String financialYear,
        int period,
        String budgetLine,
        String partner,
        MoneyView amount,
        String description,
        String order,
        UUID journal,
        UUID reversal,
        String reversedInYear,
        int reversedInPeriod) {

    static AccrualView of(Accruals.Recorded recorded) {
        Accrual accrual = recorded.accrual();
        return new AccrualView(
                accrual.id(),
                accrual.kind(),
                accrual.period().year().code(),
                accrual.period().number(),
                accrual.budgetLine(),
                accrual.partner(),
                MoneyView.of(accrual.amount()),
                accrual.description(),
                accrual.order(),
                recorded.journal(),
                recorded.reversal(),
                accrual.next().year().code(),
                accrual.next().number());
    }
}
