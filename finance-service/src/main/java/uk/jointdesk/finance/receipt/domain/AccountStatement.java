package uk.jointdesk.finance.receipt.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.money.domain.Money;

/**
 * Where a partner's account stands at the end of a day. Money that names an invoice pays it; what is beyond the invoice,
 * and what names none, stays on account until it is paid back. A credit note that takes an invoice back is set against
 * it, any other is on account.
 *
 * @param items invoices by number
 * @param onAccount what the partner has with us beside its invoices
 */
public record AccountStatement(String partner, LocalDate asAt, List<Item> items, Money onAccount) {

    /**
     * One invoice.
     *
     * @param credited taken back by a credit note
     * @param paid never more than is left after it
     */
    public record Item(Bill bill, Money credited, Money paid, Ageing age) {
        public Money outstanding() {
            return bill.amount().minus(credited).minus(paid);
        }
    }

    public AccountStatement {
        items = List.copyOf(items);
    }

    public static AccountStatement of(String partner, LocalDate asAt, List<Bill> bills, List<Receipt> receipts) {
        List<Bill> issued =
                bills.stream().filter(bill -> !bill.issuedOn().isAfter(asAt)).toList();
        List<Receipt> received = receipts.stream()
                .filter(receipt -> !receipt.receivedOn().isAfter(asAt))
                .toList();
        List<Item> items = issued.stream()
                .filter(bill -> bill.kind() == Bill.Kind.INVOICE)
                .map(bill -> item(bill, asAt, credited(bill, issued), paid(bill, received)))
                .toList();
        Money balance = sum(issued.stream().map(Bill::amount).toList())
                .minus(sum(received.stream().map(Receipt::amount).toList()));
        Money owed = sum(items.stream().map(Item::outstanding).toList());
        return new AccountStatement(partner, asAt, items, owed.minus(balance));
    }

    private static Money credited(Bill invoice, List<Bill> issued) {
        return sum(issued.stream()
                        .filter(note -> invoice.number().equals(note.corrects()))
                        .map(Bill::amount)
                        .toList())
                .negated();
    }

    private static Money paid(Bill invoice, List<Receipt> received) {
        return sum(received.stream()
                .filter(receipt -> invoice.number().equals(receipt.bill()))
                .map(Receipt::amount)
                .toList());
    }

    private static Item item(Bill bill, LocalDate asAt, Money credited, Money paid) {
        Money left = bill.amount().minus(credited);
        return new Item(bill, credited, paid.compareTo(left) > 0 ? left : paid, Ageing.of(bill.dueOn(), asAt));
    }

    private static Money sum(List<Money> amounts) {
        return Money.sum(amounts);
    }

    public Money outstanding() {
        return sum(items.stream().map(Item::outstanding).toList());
    }

    /** What the partner owes in all; below zero it is owed. The ledger says the same of its DEBTORS. */
    public Money balance() {
        return outstanding().minus(onAccount);
    }

    /** What is outstanding by how long it has been due. */
    public Map<Ageing, Money> ageing() {
        Map<Ageing, Money> ageing = new EnumMap<>(Ageing.class);
        for (Ageing band : Ageing.values()) {
            ageing.put(band, Money.ZERO);
        }
        items.forEach(item -> ageing.merge(item.age(), item.outstanding(), Money::plus));
        return ageing;
    }
}
