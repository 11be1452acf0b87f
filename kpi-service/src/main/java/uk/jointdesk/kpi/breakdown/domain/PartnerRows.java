package uk.jointdesk.kpi.breakdown.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.jointdesk.kpi.partner.domain.Partner;
import uk.jointdesk.kpi.partner.domain.Partners;

/**
 * The partner rows of one answer.
 *
 * @param register all partners
 * @param visible whether the reader may see a partner's row; the unattributed tickets ask with null
 * @param wholeService whether the reader sees every partner and may have the ALL row
 * @param only the rows asked for, empty for every row
 * @param ownRows whether sub-bodies have a row of their own beside their parent's
 */
public record PartnerRows(
        Partners register, Predicate<String> visible, boolean wholeService, Set<String> only, boolean ownRows) {

    /** Whether tickets of every partner are asked for, as far as the reader may see them. */
    public boolean anyPartner() {
        return only.isEmpty() || (wholeService && only.contains(Cell.ALL));
    }

    /** The partners whose tickets are in the rows asked for. A row that is not the reader's holds nobody's. */
    public Set<String> partnersAsked() {
        return register.withSubBodies(only.stream().filter(visible).collect(Collectors.toSet()));
    }

    /** The rows in which a ticket of this partner counts. */
    public List<String> rowsOf(String partner) {
        String main = mainRow(partner);
        List<String> rows = new ArrayList<>();
        add(rows, main);
        if (partner != null && !partner.equals(main) && (ownRows || only.contains(partner))) {
            add(rows, partner);
        }
        if (wholeService) {
            add(rows, Cell.ALL);
        }
        return rows;
    }

    /** A ticket counts once when the answer is not broken down by partner, if any row it could be in was asked for. */
    List<String> unbroken(Slice slice) {
        return rowsOf(slice.partner()).stream().limit(1).toList();
    }

    /** The rows every answer has: partners that were members then, and for a reader of everything the two others. */
    public List<String> expected(LocalDate from, LocalDate to) {
        List<String> rows = new ArrayList<>();
        register.members().stream()
                .filter(partner -> partner.isMemberBetween(from, to))
                .filter(partner -> visible.test(partner.code()))
                .filter(this::hasRow)
                .forEach(partner -> add(rows, partner.code()));
        if (wholeService) {
            add(rows, Cell.UNATTRIBUTED);
            add(rows, Cell.ALL);
        }
        return rows;
    }

    private boolean hasRow(Partner partner) {
        return partner.code().equals(mainRow(partner.code())) || ownRows || only.contains(partner.code());
    }

    private void add(List<String> rows, String row) {
        if (only.isEmpty() || only.contains(row)) {
            rows.add(row);
        }
    }

    /** The parent's row, where the reader may see the parent. */
    private String mainRow(String partner) {
        if (partner == null) {
            return Cell.UNATTRIBUTED;
        }
        return register.parentOf(partner).filter(visible).orElse(partner);
    }
}
