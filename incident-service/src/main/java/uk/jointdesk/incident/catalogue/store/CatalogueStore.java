package uk.jointdesk.incident.catalogue.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import uk.jointdesk.incident.catalogue.domain.Item;
import uk.jointdesk.incident.catalogue.domain.Offer;
import uk.jointdesk.incident.catalogue.domain.TaskPlan;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.version.Version;

/** The items, each as far as the caller's scope may see to whom it is offered. */
@ApplicationScoped
public class CatalogueStore {

    private static final TypeReference<List<TaskPlan>> TASKS = new TypeReference<>() {};
    private static final String INSERT = "insert into catalogue_item (code, title, description, category, queue,"
            + " standard_change, approval_role, form, tasks) values (:code, :title, :description, :category, :queue,"
            + " :standardChange, :approvalRole, cast(:form as jsonb), cast(:tasks as jsonb)) on conflict do nothing";
    private static final String UPDATE = "update catalogue_item set title = :title, description = :description,"
            + " category = :category, queue = :queue, standard_change = :standardChange, approval_role = :approvalRole,"
            + " form = cast(:form as jsonb), tasks = cast(:tasks as jsonb), version = version + 1 where code = :code";

    private final ScopedDb db;
    private final ObjectMapper json;

    public CatalogueStore(ScopedDb db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** In the order of their codes; those offered to one partner on a day unless null. */
    public Page<Item> page(String partner, LocalDate day, String cursor, int limit) {
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).get(0);
        String offered = partner == null
                ? ""
                : " and exists (select from catalogue_offer o where o.item = code and o.partner = :partner"
                        + " and o.valid_from <= :day and (o.valid_to is null or o.valid_to >= :day))";
        List<Item> rows = db.read(handle -> {
            List<Item> items = handle.createQuery("select * from catalogue_item where code > :after" + offered
                            + " order by code limit :limit")
                    .bind("after", after)
                    .bind("partner", partner)
                    .bind("day", day)
                    .bind("limit", limit + 1)
                    .map((row, context) -> item(row))
                    .list();
            return withOffers(handle, items);
        });
        return Page.of(rows, limit, last -> Cursor.encode(last.code()));
    }

    public Optional<Item> find(String code) {
        return db.read(handle -> find(handle, code, false));
    }

    public void add(Handle handle, Item item) {
        if (bind(handle.createUpdate(INSERT), item).execute() == 0) {
            throw Refusal.conflict("catalogue-item-exists", "There is an item with this code.");
        }
        offer(handle, item);
    }

    public void change(Handle handle, Item item, long expected) {
        Item now = find(handle, item.code(), true).orElseThrow(Refusal::notFound);
        Version.check(expected, now.version());
        bind(handle.createUpdate(UPDATE), item).execute();
        handle.createUpdate("delete from catalogue_offer where item = :item")
                .bind("item", item.code())
                .execute();
        offer(handle, item);
    }

    public Optional<Item> find(Handle handle, String code, boolean lock) {
        List<Item> rows = handle.createQuery(
                        "select * from catalogue_item where code = :code" + (lock ? " for update" : ""))
                .bind("code", code)
                .map((row, context) -> item(row))
                .list();
        return withOffers(handle, rows).stream().findFirst();
    }

    private Update bind(Update statement, Item item) {
        return statement
                .bind("code", item.code())
                .bind("title", item.title())
                .bind("description", item.description())
                .bind("category", item.category())
                .bind("queue", item.queue())
                .bind("standardChange", item.standardChange())
                .bind("approvalRole", item.approvalRole())
                .bind("form", item.form())
                .bind("tasks", write(item.tasks()));
    }

    private static void offer(Handle handle, Item item) {
        if (item.offers().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into catalogue_offer (item, partner, valid_from, valid_to)"
                + " values (:item, :partner, :from, cast(:to as date))");
        for (Offer offer : item.offers()) {
            batch.bind("item", item.code())
                    .bind("partner", offer.partner())
                    .bind("from", offer.from())
                    .bind("to", offer.to() == null ? null : offer.to().toString())
                    .add();
        }
        batch.execute();
    }

    private Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("code"),
                row.getString("title"),
                row.getString("description"),
                row.getString("category"),
                row.getString("queue"),
                row.getBoolean("standard_change"),
                row.getString("approval_role"),
                row.getString("form"),
                tasks(row.getString("tasks")),
                List.of(),
                row.getLong("version"));
    }

    private static List<Item> withOffers(Handle handle, Collection<Item> items) {
        record Offered(String item, Offer offer) {}
        Map<String, List<Offer>> offers = handle
                .createQuery(
                        "select * from catalogue_offer where item = any(:items) order by item, partner, valid_from")
                .bindArray("items", String.class, items.stream().map(Item::code).toArray())
                .map((row, context) -> new Offered(
                        row.getString("item"),
                        new Offer(
                                row.getString("partner"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Offered::item, Collectors.mapping(Offered::offer, Collectors.toList())));
        return items.stream()
                .map(item -> item.offeredAs(offers.getOrDefault(item.code(), List.of())))
                .toList();
    }

    private List<TaskPlan> tasks(String text) {
        try {
            return json.readValue(text, TASKS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored tasks cannot be read", e);
        }
    }

    private String write(List<TaskPlan> tasks) {
        try {
            return json.writeValueAsString(tasks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("tasks cannot be written", e);
        }
    }
}
