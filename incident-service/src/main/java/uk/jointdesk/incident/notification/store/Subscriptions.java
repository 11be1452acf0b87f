package uk.jointdesk.incident.notification.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import uk.jointdesk.incident.notification.domain.Channel;
import uk.jointdesk.incident.notification.domain.Subscription;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.Roles;
import uk.jointdesk.kit.version.Version;

/**
 * The register of subscriptions, in the caller's scope. A caller finds what it made itself; who sees every partner finds
 * what anybody made, and changes none of it but as an administrator. Signing keys are written here and read by the deliverer only;
 * no answer of the API ever carries one again after the first. They lie in the database unencrypted, behind the same
 * row-level security and disk encryption as the tickets that they sign news of.
 */
@ApplicationScoped
public class Subscriptions {

    private static final String INSERT =
            "insert into subscription (id, client, subject, partners, channel, url, address, topics,"
                    + " minimum_priority, minimum_threshold, quiet_hours, active, secret, created_at) values (:id, :client,"
                    + " :subject, :partners, :channel, :url, :address, :topics, :priority, :threshold, cast(:quiet as jsonb), :active,"
                    + " :secret, :createdAt)";
    private static final String UPDATE = "update subscription set url = :url, address = :address, topics = :topics,"
            + " partners = :partners, minimum_priority = :priority, minimum_threshold = :threshold,"
            + " quiet_hours = cast(:quiet as jsonb), active = :active, disabled_reason = :reason, version = version + 1"
            + " where id = :id";

    private static final String VISIBLE =
            "(:everybodys or (client = :caller and coalesce(subject, :subject) = :subject))";

    private final ScopedDb db;
    private final Caller caller;
    private final SubscriptionRows rows;

    public Subscriptions(ScopedDb db, Caller caller, SubscriptionRows rows) {
        this.db = db;
        this.caller = caller;
        this.rows = rows;
    }

    public Page<Subscription> page(String cursor, int limit) {
        List<String> after = cursor == null ? null : Cursor.decode(cursor, 2);
        String condition = after == null ? "" : " and (created_at, id) > (:at, cast(:id as uuid))";
        List<Subscription> found =
                db.read(handle -> visible(handle, condition + " order by created_at, id limit :limit")
                        .bind("at", after == null ? null : Rows.utc(Cursor.instant(after.get(0))))
                        .bind("id", after == null ? null : Ids.ofCursor(after.get(1)))
                        .bind("limit", limit + 1)
                        .map((row, context) -> rows.read(row))
                        .list());
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(last.createdAt().toString(), last.id().toString()));
    }

    public Subscription find(UUID id) {
        return db.read(handle -> find(handle, id, "")).orElseThrow(Refusal::notFound);
    }

    /** The same, refused to who may read it and not change it. */
    public Subscription changeable(UUID id) {
        return checked(find(id));
    }

    /** @param key what its webhooks are signed with; null for e-mail */
    public Subscription add(Subscription subscription, byte[] key) {
        return db.write(handle -> {
            bind(handle.createUpdate(INSERT), subscription)
                    .bind("client", subscription.client())
                    .bind("subject", subscription.subject())
                    .bind("channel", subscription.channel().name())
                    .bind("secret", key)
                    .bind("createdAt", Rows.utc(subscription.createdAt()))
                    .execute();
            return subscription;
        });
    }

    public Subscription change(UUID id, long expectedVersion, UnaryOperator<Subscription> change) {
        return db.write(handle -> {
            Subscription now = locked(handle, id);
            Version.check(expectedVersion, now.version());
            bind(handle.createUpdate(UPDATE), change.apply(now)).execute();
            return find(handle, id, "").orElseThrow(Refusal::notFound);
        });
    }

    public void remove(UUID id, long expectedVersion) {
        db.run(handle -> {
            Version.check(expectedVersion, locked(handle, id).version());
            handle.createUpdate("delete from subscription where id = :id")
                    .bind("id", id)
                    .execute();
        });
    }

    /** Signs with a new key from now on, and with the former one too until an instant. */
    public void changeKey(UUID id, byte[] key, Instant formerUntil) {
        db.run(handle -> {
            if (locked(handle, id).channel() != Channel.WEBHOOK) {
                throw Refusal.conflict("subscription-unsigned", "Only webhooks are signed.");
            }
            handle.createUpdate("update subscription set former_secret = secret, former_until = :until, secret = :key,"
                            + " version = version + 1 where id = :id")
                    .bind("until", Rows.utc(formerUntil))
                    .bind("key", key)
                    .bind("id", id)
                    .execute();
        });
    }

    private Subscription locked(Handle handle, UUID id) {
        return checked(find(handle, id, " for update").orElseThrow(Refusal::notFound));
    }

    private Subscription checked(Subscription found) {
        if (!found.isBy(caller.client(), caller.subject()) && !caller.hasRole(Roles.PLATFORM_ADMIN)) {
            throw Refusal.forbidden("subscription-not-yours", "Whoever made the subscription changes it.");
        }
        return found;
    }

    private Query visible(Handle handle, String more) {
        return handle.createQuery("select * from subscription where " + VISIBLE + more)
                .bind("everybodys", caller.scope().all())
                .bind("caller", caller.client())
                .bind("subject", caller.subject());
    }

    private Optional<Subscription> find(Handle handle, UUID id, String lock) {
        return visible(handle, " and id = :id" + lock)
                .bind("id", id)
                .map((row, context) -> rows.read(row))
                .findOne();
    }

    private Update bind(Update update, Subscription subscription) {
        boolean webhook = subscription.channel() == Channel.WEBHOOK;
        return update.bind("id", subscription.id())
                .bindArray("partners", String.class, subscription.partners().toArray())
                .bind("url", webhook ? subscription.target() : null)
                .bind("address", webhook ? null : subscription.target())
                .bindArray(
                        "topics", String.class, subscription.interest().topics().toArray())
                .bind("priority", subscription.interest().minimumPriority())
                .bind("threshold", subscription.interest().minimumThreshold())
                .bind("quiet", rows.write(subscription.quietHours()))
                .bind("active", subscription.active())
                .bind("reason", subscription.disabledReason());
    }
}
