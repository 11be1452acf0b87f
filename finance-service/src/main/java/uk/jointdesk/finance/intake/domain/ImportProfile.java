package uk.jointdesk.finance.intake.domain;

import java.util.List;
import java.util.Map;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * How the extracts of one sender are read and where they are posted. A version is never edited; the next one follows.
 *
 * @param source lines of one source are known by their id or digest, whichever profile reads them
 * @param columns for each field, the names its column may have in a header; spaces around and case do not matter
 * @param naturalPersons which values of the column of payee types say that a payee is one
 * @param credit what balances a payment: CREDITORS while invoices are open, CASH when they were paid
 */
public record ImportProfile(
        String name,
        int version,
        String source,
        Layout layout,
        Map<Field, List<String>> columns,
        DateFormats dates,
        AmountFormat amounts,
        Account credit,
        CodeRules codes,
        NaturalPersons naturalPersons) {

    /** @throws RuleBroken {@code profile-without-amount}, {@code credit-account-unfit}, {@code natural-persons-unclear} */
    public ImportProfile {
        columns = Map.copyOf(columns);
        if (!columns.containsKey(Field.NET) && !columns.containsKey(Field.GROSS)) {
            throw new RuleBroken("profile-without-amount", "/columns/net", "A profile names a net or a gross column.");
        }
        if (credit != Account.CREDITORS && credit != Account.CASH) {
            throw new RuleBroken("credit-account-unfit", "/credit", "Payments are balanced by CREDITORS or CASH.");
        }
        if (columns.containsKey(Field.PAYEE_TYPE) == naturalPersons.isNone()) {
            throw new RuleBroken(
                    "natural-persons-unclear", "/naturalPersons", "A payeeType column and its values go together.");
        }
    }

    public boolean has(Field field) {
        return columns.containsKey(field);
    }
}
