package uk.jointdesk.finance.bill.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.finance.bill.domain.BillDraft;
import uk.jointdesk.finance.bill.domain.BillLine;
import uk.jointdesk.finance.bill.domain.Due;
import uk.jointdesk.finance.bill.domain.LineKind;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.money.domain.Money;

/** The lines of some bills, read in two queries and put together by bill. */
record BillRows(Map<UUID, List<Line>> lines, Map<UUID, List<Part>> parts) {

    private record Line(UUID bill, BillLine line) {}

    private record Part(UUID bill, Contribution.Within within) {}

    static BillRows of(Handle h, Collection<UUID> bills) {
        UUID[] ids = bills.toArray(UUID[]::new);
        return new BillRows(
                h
                        .createQuery("select bill, kind, code, title, note, amount_pence from bill_line"
                                + " where bill = any (:ids) order by bill, line")
                        .bindBySqlType("ids", ids, java.sql.Types.ARRAY)
                        .map((row, context) -> line(row))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Line::bill)),
                h
                        .createQuery("select bill, member, amount_pence from bill_within"
                                + " where bill = any (:ids) order by bill, member")
                        .bindBySqlType("ids", ids, java.sql.Types.ARRAY)
                        .map((row, context) -> part(row))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Part::bill)));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("bill", UUID.class),
                new BillLine(
                        LineKind.valueOf(row.getString("kind")),
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("note"),
                        Money.ofPence(row.getLong("amount_pence"))));
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getObject("bill", UUID.class),
                new Contribution.Within(row.getString("member"), Money.ofPence(row.getLong("amount_pence"))));
    }

    /** The bill that a row of the table begins. */
    BillDraft draft(BillHead head) {
        Due due = new Due(
                head.partner(),
                lines.getOrDefault(head.id(), List.of()).stream()
                        .map(Line::line)
                        .toList(),
                parts.getOrDefault(head.id(), List.of()).stream()
                        .map(Part::within)
                        .toList());
        return new BillDraft(due, head.part(), head.parts(), head.dueOn());
    }

    /** A bill without its lines. */
    record BillHead(UUID id, String partner, int part, int parts, LocalDate dueOn) {
        static BillHead of(ResultSet row) throws SQLException {
            return new BillHead(
                    row.getObject("id", UUID.class),
                    row.getString("partner"),
                    row.getInt("part"),
                    row.getInt("parts"),
                    row.getObject("due_on", LocalDate.class));
        }
    }
}
