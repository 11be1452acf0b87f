package uk.jointdesk.finance.balance.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Origin;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/**
 * What a closed year hands to the next: the balances of its balance sheet, and in RESERVES the under- or overspend,
 * which is what its costs and the contributions to them leave. Cost accounts begin each year at nothing.
 */
public final class OpeningBalances {
    /** Source of the journal that carries them; its reference is the year that ended. */
    public static final String YEAR_END = "year-end";

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::account)
            .thenComparing(Key::partner, Comparator.nullsFirst(Comparator.naturalOrder()));

    private OpeningBalances() {}

    private record Key(Account account, String partner) {}

    public static Origin originOf(FinancialYear ended) {
        return new Origin(YEAR_END, ended.code());
    }

    /**
     * @param into an open period of the next year
     * @throws RuleBroken {@code nothing-to-carry} when every account ends at nothing
     */
    public static Journal carry(UUID id, FinancialYear ended, TrialBalance closing, Period into) {
        Map<Key, Money> opening = new TreeMap<>(ORDER);
        closing.rows().stream()
                .filter(row -> row.account().isCarriedForward())
                .forEach(row -> opening.merge(new Key(row.account(), row.partner()), row.balance(), Money::plus));
        opening.merge(new Key(Account.RESERVES, null), closing.result(), Money::plus);
        List<Entry> entries = opening.entrySet().stream()
                .filter(balance -> !balance.getValue().isZero())
                .map(balance -> new Entry(
                        balance.getKey().account(), null, balance.getKey().partner(), balance.getValue()))
                .toList();
        if (entries.isEmpty()) {
            throw new RuleBroken("nothing-to-carry", "", ended.code() + " ends with every account at nothing.");
        }
        String description = "Opening balances carried from " + ended.code();
        return new Journal(id, into.span().from(), into, description, null, originOf(ended), entries);
    }
}
