package uk.jointdesk.finance.commitment.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.finance.commitment.domain.OrderEvent;
import uk.jointdesk.finance.commitment.domain.PurchaseOrder;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;

/** Orders, what happened to them, and the invoices that extracts brought with an order's reference. */
@ApplicationScoped
public class PurchaseOrders {
    private static final String SELECT = "select * from purchase_order"
            + " where (:year::text is null or financial_year = :year) and (:line::text is null or budget_line = :line)"
            + " and (:reference::text is null or reference = :reference) and (:after::text is null or reference > :after)"
            + " order by reference limit :most";
    /** The net cost of imported lines, and of the journals that undid them, on their own days. */
    private static final String EVENTS = """
            select e.reference, e.kind, e.happened_on, e.amount_pence, e.journal, e.note
              from order_event e where e.reference = any (:references)
            union all
            select i.order_reference, 'INVOICED', j.posted_on, sum(p.amount_pence)::bigint, j.id, j.description
              from imported_line i
              join journal j on j.id = i.journal or j.reverses = i.journal
              join posting p on p.journal = j.id and p.account in ('EXPENDITURE', 'SUSPENSE')
             where i.order_reference = any (:references)
             group by i.order_reference, j.id
            """;

    private static final int ALL = Integer.MAX_VALUE;
    private final ScopedDb db;
    private final Clock clock;

    public PurchaseOrders(ScopedDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Optional<PurchaseOrder> find(String reference) {
        return db.read(h -> orders(h, null, null, reference, null, 1)).stream().findFirst();
    }

    /** Of a year. */
    public List<PurchaseOrder> of(FinancialYear year) {
        return page(year, null, null, ALL);
    }

    /** By reference, after the given one; {@code year}, {@code line} and {@code after} may be null. */
    public List<PurchaseOrder> page(FinancialYear year, String line, String after, int most) {
        return db.read(h -> orders(h, year == null ? null : year.code(), line, null, after, most));
    }

    private static List<PurchaseOrder> orders(
            Handle h, String year, String line, String reference, String after, int most) {
        List<PurchaseOrder> bare = h.createQuery(SELECT)
                .bind("year", year)
                .bind("line", line)
                .bind("reference", reference)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> order(row))
                .list();
        Map<String, List<OrderEvent>> events = events(h, bare);
        return bare.stream()
                .map(order -> with(order, events.getOrDefault(order.reference(), List.of())))
                .toList();
    }

    private static Map<String, List<OrderEvent>> events(Handle h, List<PurchaseOrder> orders) {
        return h
                .createQuery(EVENTS)
                .bind(
                        "references",
                        orders.stream().map(PurchaseOrder::reference).toArray(String[]::new))
                .map((row, context) -> Map.entry(row.getString("reference"), event(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static PurchaseOrder order(ResultSet row) throws SQLException {
        return new PurchaseOrder(
                row.getString("reference"),
                FinancialYear.parse(row.getString("financial_year")).orElseThrow(),
                row.getString("budget_line"),
                row.getString("partner"),
                new Coding(row.getString("cost_centre"), row.getString("subjective"), row.getString("project")),
                row.getString("title"),
                row.getString("supplier"),
                List.of());
    }

    private static PurchaseOrder with(PurchaseOrder order, List<OrderEvent> events) {
        return new PurchaseOrder(
                order.reference(),
                order.year(),
                order.budgetLine(),
                order.partner(),
                order.coding(),
                order.title(),
                order.supplier(),
                new ArrayList<>(events));
    }

    private static OrderEvent event(ResultSet row) throws SQLException {
        return new OrderEvent(
                OrderEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("happened_on", LocalDate.class),
                Money.ofPence(row.getLong("amount_pence")),
                row.getObject("journal", UUID.class),
                row.getString("note"));
    }

    /** False when the reference is taken. */
    public boolean raise(PurchaseOrder order, String by) {
        return db.write(h -> {
            boolean added =
                    h.createUpdate("insert into purchase_order (reference, financial_year, budget_line, partner,"
                                            + " cost_centre, subjective, project, title, supplier, recorded_at, recorded_by)"
                                            + " values (:reference, :year, :budgetLine, :partner, :costCentre, :subjective,"
                                            + " :project, :title, :supplier, :now, :by) on conflict do nothing")
                                    .bindMethods(order)
                                    .bindMethods(order.coding())
                                    .bind("year", order.year().code())
                                    .bind("now", now())
                                    .bind("by", by)
                                    .execute()
                            == 1;
            order.events().stream().filter(event -> added).forEach(event -> write(h, order.reference(), event, by));
            return added;
        });
    }

    /** Writes an event down after a check against all that came before it. */
    public void add(String reference, OrderEvent event, String by) {
        db.run(h -> {
            h.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "order/" + reference);
            find(reference).orElseThrow().check(event);
            write(h, reference, event, by);
        });
    }

    private void write(Handle h, String reference, OrderEvent event, String by) {
        h.createUpdate(
                        "insert into order_event (reference, kind, happened_on, amount_pence, journal, note, recorded_at,"
                                + " recorded_by) values (:reference, :kind, :on, :pence, :journal::uuid, :note, :now, :by)")
                .bind("reference", reference)
                .bind("kind", event.kind().name())
                .bind("on", event.on())
                .bind("pence", event.amount().pence())
                .bind("journal", event.journal())
                .bind("note", event.note())
                .bind("now", now())
                .bind("by", by)
                .execute();
    }

    /** Whether an invoice of that journal belongs to an order already. */
    public boolean isMatched(UUID journal) {
        return db.read(h -> h.createQuery(
                        "select exists (select from order_event where journal = :journal)"
                                + " or exists (select from imported_line where journal = :journal and order_reference is not null)")
                .bind("journal", journal)
                .mapTo(Boolean.class)
                .one());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
