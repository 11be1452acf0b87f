-- What this service knows of the tickets: events as they were read from the change feed, and what follows from them.

-- The register, as incident-service has it. Known to every partner, so without row-level security.
create table partner (
    code        text primary key,
    name        text not null,
    kind        text not null,
    parent      text,
    host        boolean not null,
    member_from date,
    member_to   date,
    calendar    text
);

-- Facts. Never changed: what follows from them is folded again from here, to the same result.
create table fact_event (
    ticket           text not null,
    event_id         text not null,
    partner          text,
    source           text,
    source_reference text,
    event            text not null,
    at               timestamptz not null,
    sequence         bigint not null,
    snapshot         boolean not null,
    recorded_at      timestamptz not null,
    type             text,
    priority         text,
    unattributed     boolean not null,
    queue            text,
    category         text,
    catalogue_item   text,
    reason           text,
    into_ticket      text,
    supersedes       text,
    primary key (ticket, event_id)
);
comment on column fact_event.partner is 'The partner the event names; null is not said, or said to be nobody';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger fact_event_is_append_only before update or delete or truncate on fact_event
    for each statement execute function refuse_change();

-- One row per ticket: the judgement of its whole life, as far as it is known.
create table ticket_fact (
    ticket            text primary key,
    partner           text,
    type              text,
    priority          text,
    queue             text,
    category          text,
    catalogue_item    text,
    source            text,
    source_reference  text,
    status            text not null,
    logged_at         timestamptz not null,
    resolved_at       timestamptz,
    closed_at         timestamptz,
    reopen_count      integer not null,
    outcome           text not null
        check (outcome in ('OPEN', 'MET', 'BREACHED', 'NO_TARGET', 'CANCELLED', 'MERGED')),
    counted_on        date,
    closed_on         date,
    target_minutes    bigint,
    consumed_millis   bigint,
    agreement         text,
    agreement_version integer,
    calendar          text,
    calendar_version  text,
    check ((outcome = 'OPEN') = (counted_on is null))
);
comment on column ticket_fact.partner is 'Who held it at its last resolution, or holds it now while it is open; null is UNATTRIBUTED';
comment on column ticket_fact.counted_on is 'Local day (Europe/London) of the last resolution, cancellation or merger';
create index ticket_fact_counted on ticket_fact (counted_on, partner);
create index ticket_fact_closed on ticket_fact (closed_on, partner) where closed_on is not null;

-- One row per stretch in which a ticket was open with one holder, running or on hold. Stock and flow at any instant
-- are sums over these rows.
create table open_spell (
    ticket     text not null,
    number     integer not null,
    partner    text,
    type       text,
    priority   text,
    queue      text,
    hold       text,
    logged_at  timestamptz not null,
    triaged_at timestamptz,
    started_at timestamptz not null,
    started_on date not null,
    entered    text not null check (entered in ('LOGGED', 'REOPENED', 'TRANSFERRED', 'CONTINUED')),
    ended_at   timestamptz,
    ended_on   date,
    left_by    text check (left_by in ('RESOLVED', 'CANCELLED', 'MERGED', 'TRANSFERRED', 'CONTINUED')),
    primary key (ticket, number),
    check ((ended_at is null) = (left_by is null)),
    check ((ended_at is null) = (ended_on is null))
);
comment on column open_spell.partner is 'Who held it in this stretch; null is UNATTRIBUTED';
comment on column open_spell.priority is 'As last known of the ticket, like type and queue: a figure follows the ticket, only the holder is historic';
comment on column open_spell.hold is 'Why it was on hold, null while it was being worked on';
create index open_spell_started on open_spell (started_on, partner);
create index open_spell_ended on open_spell (ended_on, partner);

-- Where the feed has been read to; written in the transaction that stores what was read.
create table feed_position (
    one             boolean primary key default true check (one),
    position        text,
    as_at           timestamptz,
    read_to_end_at  timestamptz,
    sources_done_at timestamptz
);
insert into feed_position default values;
comment on column feed_position.as_at is 'When the last fact read was recorded upstream: what every figure is as at';
comment on column feed_position.read_to_end_at is 'When the feed last had nothing more';
comment on column feed_position.sources_done_at is 'When every required source was first seen to be imported completely';

alter table fact_event enable row level security;
alter table fact_event force row level security;
create policy fact_event_scope on fact_event
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

alter table ticket_fact enable row level security;
alter table ticket_fact force row level security;
create policy ticket_fact_scope on ticket_fact
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

alter table open_spell enable row level security;
alter table open_spell force row level security;
create policy open_spell_scope on open_spell
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

grant select, insert, update, delete on partner to ${app};
grant select, insert on fact_event to ${app};
grant select, insert, update, delete on ticket_fact, open_spell to ${app};
grant select, update on feed_position to ${app};
