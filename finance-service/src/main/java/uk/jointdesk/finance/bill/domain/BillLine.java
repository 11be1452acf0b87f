package uk.jointdesk.finance.bill.domain;

import uk.jointdesk.finance.money.domain.Money;

/**
 * One line of what a partner owes.
 *
 * @param code of the budget line, or of the item of a settlement
 * @param note the sum that leads to it, for people
 * @param amount below zero where it takes something off
 */
public record BillLine(LineKind kind, String code, String title, String note, Money amount) {

    BillLine with(Money other, String otherNote) {
        return new BillLine(kind, code, title, otherNote, other);
    }

    /** Lines of the same key are about the same thing. */
    Key key() {
        return new Key(kind, code);
    }

    record Key(LineKind kind, String code) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return kind == other.kind ? code.compareTo(other.code) : kind.compareTo(other.kind);
        }
    }
}
