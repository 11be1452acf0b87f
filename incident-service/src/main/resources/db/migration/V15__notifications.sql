-- Who wants to be told what, what was to be told, and how far each has been told it.

create table subscription (
    id                uuid primary key,
    client            text        not null,
    -- Whose announcements: partner codes, or {*} for everybody's and nobody's.
    partners          text[]      not null check (cardinality(partners) > 0),
    channel           text        not null check (channel in ('WEBHOOK', 'EMAIL')),
    url               text,
    address           text,
    topics            text[]      not null check (cardinality(topics) > 0),
    minimum_priority  text check (minimum_priority in ('P1', 'P2', 'P3', 'P4')),
    minimum_threshold integer,
    quiet_hours       jsonb,
    active            boolean     not null,
    disabled_reason   text,
    -- The key that signs, and the one before it while receivers change over.
    secret            bytea,
    former_secret     bytea,
    former_until      timestamptz,
    created_at        timestamptz not null,
    version           bigint      not null default 1,
    check ((channel = 'WEBHOOK') = (url is not null)),
    check ((channel = 'WEBHOOK') = (secret is not null)),
    check ((channel = 'EMAIL') = (address is not null))
);
create index subscription_order on subscription (created_at, id);

create table announcement (
    id            uuid primary key,
    topic         text        not null,
    partner       text references partner,
    occurred_at   timestamptz not null,
    deliver_after timestamptz,
    payload       jsonb       not null,
    recorded_at   timestamptz not null
);
create trigger announcement_is_append_only before update or delete or truncate on announcement
    for each statement execute function refuse_change();

create table delivery (
    id            uuid primary key,
    announcement  uuid        not null references announcement,
    subscription  uuid        not null references subscription on delete cascade,
    state         text        not null check (state in ('PENDING', 'DELIVERED', 'DEAD')),
    -- Tries since it was put out or last replayed.
    attempts      integer     not null default 0,
    next_at       timestamptz not null,
    -- Kept by the database's clock, so that a server whose own clock jumps neither steals nor loses a delivery.
    lease_owner   uuid,
    lease_until   timestamptz,
    created_at    timestamptz not null,
    tried_at      timestamptz,
    delivered_at  timestamptz,
    last_status   integer,
    last_answer   text,
    unique (announcement, subscription)
);
create index delivery_due on delivery (next_at) where state = 'PENDING';
create index delivery_order on delivery (subscription, created_at desc, id desc);

alter table subscription enable row level security;
alter table subscription force row level security;
create policy subscription_scope on subscription
    using (current_setting('jointdesk.scope', true) = '*'
        or partners <@ string_to_array(current_setting('jointdesk.scope', true), ','))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partners <@ string_to_array(current_setting('jointdesk.scope', true), ','));

alter table announcement enable row level security;
alter table announcement force row level security;
create policy announcement_scope on announcement
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

alter table delivery enable row level security;
alter table delivery force row level security;
create policy delivery_scope on delivery
    using (exists (select from subscription s where s.id = delivery.subscription));

grant select, insert, update, delete on subscription to ${app};
grant select, insert on announcement to ${app};
grant select, insert, update on delivery to ${app};
