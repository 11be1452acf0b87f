package uk.jointdesk.finance.bill.store;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.finance.bill.domain.Creditable;
import uk.jointdesk.finance.money.domain.Money;

/** What credit notes took back of one bill. */
final class CreditedRows {
    private CreditedRows() {}

    static Creditable.Taken of(Handle h, UUID bill) {
        return new Creditable.Taken(
                sums(h, bill, "select l.corrects_line, sum(l.amount_pence) from bill_line l", Integer.class),
                sums(h, bill, "select l.member, sum(l.amount_pence) from bill_within l", String.class));
    }

    private static <K> Map<K, Money> sums(Handle h, UUID bill, String select, Class<K> key) {
        return h
                .createQuery(select + " join bill b on b.id = l.bill where b.corrects = :bill group by 1")
                .bind("bill", bill)
                .map((row, context) -> Map.entry(row.getObject(1, key), Money.ofPence(row.getLong(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
