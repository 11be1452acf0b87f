package uk.jointdesk.finance.bill.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.finance.bill.domain.Bill;
import uk.jointdesk.finance.bill.domain.BillingRun;
import uk.jointdesk.finance.bill.domain.Correction;
import uk.jointdesk.finance.bill.domain.Creditable;
import uk.jointdesk.finance.bill.domain.Due;
import uk.jointdesk.finance.bill.domain.LineKind;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;

/** Bills that were issued. They are added and read in the caller's scope, never changed. */
@ApplicationScoped
public class Bills {
    private static final String SELECT = "select b.*, i.number, i.ordinal, i.issued_on, c.number as corrected"
            + " from bill_issue i join bill b on b.id = i.bill left join bill_issue c on c.bill = b.corrects";
    private static final String ORDER = " order by i.financial_year, i.partner, i.ordinal";
    private final ScopedDb db;

    public Bills(ScopedDb db) {
        this.db = db;
    }

    /** Where a list goes on: the last bill's year, partner and ordinal. */
    public record Place(String year, String partner, int ordinal) {
        public static final Place START = new Place("", "", 0);
    }

    /** Whose bills of which year; each may be null for all. */
    public record Wanted(FinancialYear year, String partner) {}

    /** A bill with its place in lists. */
    public record Placed(Bill bill, Place place) {}

    /**
     * Lets nobody else bill for the year until the transaction ends, so that two runs cannot both bill what is due and
     * numbers follow each other without a gap.
     */
    public void lock(FinancialYear year) {
        db.run(h -> h.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) locked")
                .bind("name", "bills/" + year.code())
                .mapTo(Integer.class)
                .one());
    }

    /** Call with the year locked. */
    public int nextOrdinal(String partner, FinancialYear year) {
        return db.read(h -> h.createQuery("select coalesce(max(ordinal), 0) + 1 from bill_issue"
                        + " where partner = :partner and financial_year = :year")
                .bind("partner", partner)
                .bind("year", year.code())
                .mapTo(Integer.class)
                .one());
    }

    public void issue(UUID bill, FinancialYear year, int ordinal, Journal journal, BillingRun.Decision decision) {
        String partner = journal.entries().get(0).partner();
        db.run(h -> h.createUpdate("insert into bill_issue (bill, partner, financial_year, ordinal, number, issued_on,"
                        + " journal, recorded_at, recorded_by, to_version, from_partner, from_version) select :bill::uuid, :partner,"
                        + " :year, :ordinal, :number, :on::date, :journal::uuid, :at::timestamptz, :by,"
                        + " billing_party_on(:partner, :on::date), host.partner, billing_party_on(host.partner, :on::date)"
                        + " from (select) one left join billing_party host on host.host")
                .bind("bill", bill)
                .bind("partner", partner)
                .bind("year", year.code())
                .bind("ordinal", ordinal)
                .bind("number", Bill.number(partner, year, ordinal))
                .bind("on", decision.on())
                .bind("journal", journal.id())
                .bind("at", decision.mark().at().atOffset(ZoneOffset.UTC))
                .bind("by", decision.mark().client())
                .execute());
    }

    /** A credit note that takes a bill back, or a part of it; call with the year locked. */
    public void addCorrection(UUID id, Bill corrected, Correction correction, String reason) {
        db.run(h -> new BillWriter(h, id, corrected.year(), correction.draft())
                .write(null, new BillWriter.Taking(corrected.id(), reason, correction.lines())));
    }

    /** What is left of a bill after the credit notes so far; others take of it too unless the year is locked. */
    public Creditable creditable(Bill bill) {
        return Creditable.of(bill, db.read(h -> CreditedRows.of(h, bill.id())));
    }

    public Optional<Bill> find(String number) {
        return db
                .read(h -> bills(
                        h, h.createQuery(SELECT + " where i.number = :number").bind("number", number)))
                .stream()
                .map(Placed::bill)
                .findFirst();
    }

    /** By year, partner and number, after a place. */
    public List<Placed> page(Wanted wanted, Place after, int most) {
        return db.read(h -> bills(
                h,
                h.createQuery(SELECT
                                + " where (i.financial_year, i.partner, i.ordinal) > (:afterYear, :afterPartner, :after)"
                                + " and (:year::text is null or i.financial_year = :year)"
                                + " and (:partner::text is null or i.partner = :partner)" + ORDER + " limit :most")
                        .bind("afterYear", after.year())
                        .bind("afterPartner", after.partner())
                        .bind("after", after.ordinal())
                        .bind(
                                "year",
                                wanted.year() == null ? null : wanted.year().code())
                        .bind("partner", wanted.partner())
                        .bind("most", most)));
    }

    /** Every bill of one partner, as its account needs them. */
    public List<Bill> ofPartner(String partner) {
        return db
                .read(h -> bills(
                        h,
                        h.createQuery(SELECT + " where i.partner = :partner" + ORDER)
                                .bind("partner", partner)))
                .stream()
                .map(Placed::bill)
                .toList();
    }

    /** What was billed as contributions to a year; what a leaving partner settles is none. */
    public List<Due> billed(FinancialYear year) {
        return db
                .read(h -> bills(
                        h,
                        h.createQuery(SELECT + " where i.financial_year = :year" + ORDER)
                                .bind("year", year.code())))
                .stream()
                .map(placed -> placed.bill.draft().due())
                .filter(due -> due.lines().stream().noneMatch(line -> line.kind() == LineKind.SETTLEMENT))
                .toList();
    }

    private static List<Placed> bills(Handle h, Query query) {
        List<Head> heads = query.map((row, context) -> Head.of(row)).list();
        BillRows rows =
                BillRows.of(h, heads.stream().map(head -> head.bill.id()).toList());
        return heads.stream().map(head -> head.placed(rows)).toList();
    }

    private record Head(
            BillRows.BillHead bill,
            Place place,
            String number,
            LocalDate issuedOn,
            UUID run,
            String corrects,
            String reason) {
        static Head of(ResultSet row) throws SQLException {
            BillRows.BillHead bill = BillRows.BillHead.of(row);
            return new Head(
                    bill,
                    new Place(row.getString("financial_year"), bill.partner(), row.getInt("ordinal")),
                    row.getString("number"),
                    row.getObject("issued_on", LocalDate.class),
                    row.getObject("run", UUID.class),
                    row.getString("corrected"),
                    row.getString("reason"));
        }

        Placed placed(BillRows rows) {
            FinancialYear year = FinancialYear.parse(place.year()).orElseThrow();
            return new Placed(
                    new Bill(bill.id(), number, year, issuedOn, run, rows.draft(bill), corrects, reason), place);
        }
    }
}
