package uk.jointdesk.finance.intake.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.jointdesk.finance.money.domain.Money;

/**
 * One payment of an extract, in this service's words. A credit note is below zero.
 *
 * @param lineId the sender's own number of the line, or null
 * @param vat nothing, where the extract has no such column
 * @param supplier as the sender writes it, or null
 * @param costCentre the sender's code, or null
 * @param expense the sender's subjective code or expense type, or null
 * @param orderReference of the purchase order it is an invoice of, or null
 * @param naturalPerson the sender says that the payee is one; no part of what the line says, or a file that was sent
 *     before its profile knew the word would be posted twice
 */
public record PaymentLine(
        String lineId,
        LocalDate date,
        Money net,
        Money vat,
        String supplier,
        String costCentre,
        String expense,
        String orderReference,
        String description,
        boolean naturalPerson) {

    private static final String BETWEEN = "\u001f";

    /** What the line says, written one way however the extract writes it: two lines are equal if these are. */
    public String content() {
        return Stream.of(date, net, vat, supplier, costCentre, expense, orderReference, description)
                .map(said -> said == null ? "" : said.toString())
                .collect(Collectors.joining(BETWEEN));
    }

    public Money gross() {
        return net.plus(vat);
    }

    /** What the ledger says about it. */
    public String text() {
        return Stream.of(supplier, description)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.collectingAndThen(Collectors.toList(), PaymentLine::joined));
    }

    private static String joined(List<String> parts) {
        String text = String.join(": ", parts);
        return text.isEmpty() ? "Imported payment" : text.substring(0, Math.min(500, text.length()));
    }
}
