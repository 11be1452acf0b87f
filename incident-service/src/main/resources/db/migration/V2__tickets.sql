-- Facts (ticket_event, note) are append-only. `ticket` is their fold and can be computed again at any time.

create table ticket (
    reference         text primary key,
    partner           text references partner,
    source            text references intake_source,
    source_reference  text,
    status            text not null,
    type              text,
    priority          text,
    title             text,
    description       text,
    category          text,
    catalogue_item    text,
    queue             text,
    requester         text,
    hold_reason       text,
    merged_into       text,
    -- When it was logged; of a provisional ticket (no LOGGED yet) its earliest event. Lists go by it.
    ordered_at        timestamptz not null,
    logged_at         timestamptz,
    resolved_at       timestamptz,
    closed_at         timestamptz,
    reopen_count      integer not null,
    sla_state         text not null,
    target_minutes    bigint,
    due_at            timestamptz,
    breached_at       timestamptz,
    -- The first instant at which more than the target is used. Later than due_at when that is a closing time:
    -- no working time passes overnight, so nothing is breached before the next opening.
    breaches_at       timestamptz,
    version           bigint not null,
    created_by_import uuid,
    touched_by_import uuid,
    check ((source is null) = (source_reference is null))
);
create unique index ticket_source on ticket (source, source_reference) where source is not null;
create index ticket_order on ticket (ordered_at desc, reference desc);
create index ticket_partner_order on ticket (partner, ordered_at desc, reference desc);
create index ticket_due on ticket (due_at, reference) where due_at is not null;

create table ticket_event (
    ticket           text not null references ticket,
    -- SHA-256 over what makes two events the same: source, reference, event, at, payload.
    digest           bytea not null,
    -- Position in the change feed: the writing transaction, then the row. Never handed to a partner.
    xid              xid8 not null default pg_current_xact_id(),
    id               bigint generated always as identity,
    -- Who held the ticket just before this event; may read it for ever, also after a transfer.
    held_by          text,
    event            text not null,
    at               timestamptz not null,
    sequence         bigint not null,
    snapshot         boolean not null default false,
    -- What the event says about the ticket; null is "not said".
    type             text,
    priority         text,
    partner          text references partner,
    queue            text,
    category         text,
    catalogue_item   text,
    reason           text,
    into_reference   text,
    supersedes       text,
    sender_id        text,
    detail           jsonb,
    recorded_at      timestamptz not null,
    recorded_by      text not null,
    import           uuid,
    primary key (ticket, digest)
);
create index ticket_event_feed on ticket_event (xid, id);

create table note (
    id         uuid primary key,
    ticket     text not null references ticket,
    held_by    text,
    at         timestamptz not null,
    author     text not null,
    visibility text not null check (visibility in ('PUBLIC', 'INTERNAL')),
    text       text not null
);
create index note_ticket on note (ticket, at, id);

-- One counter per partner: a reference tells nobody how busy the others are.
create table reference_counter (
    prefix text primary key,
    last   bigint not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger ticket_event_is_append_only before update or delete or truncate on ticket_event
    for each statement execute function refuse_change();
create trigger note_is_append_only before update or delete or truncate on note
    for each statement execute function refuse_change();

alter table ticket enable row level security;
alter table ticket force row level security;
create policy ticket_scope on ticket
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

-- Of a transferred ticket the holder reads everything, the former holder what happened while it held it.
alter table ticket_event enable row level security;
alter table ticket_event force row level security;
create policy ticket_event_read on ticket_event for select
    using (current_setting('jointdesk.scope', true) = '*'
        or held_by = any (string_to_array(current_setting('jointdesk.scope', true), ','))
        or exists (select from ticket t where t.reference = ticket_event.ticket));
create policy ticket_event_write on ticket_event for insert
    with check (current_setting('jointdesk.scope', true) = '*'
        or exists (select from ticket t where t.reference = ticket_event.ticket));

alter table note enable row level security;
alter table note force row level security;
create policy note_read on note for select
    using (current_setting('jointdesk.scope', true) = '*'
        or held_by = any (string_to_array(current_setting('jointdesk.scope', true), ','))
        or exists (select from ticket t where t.reference = note.ticket));
create policy note_write on note for insert
    with check (current_setting('jointdesk.scope', true) = '*'
        or exists (select from ticket t where t.reference = note.ticket));

grant select, insert, update on ticket, reference_counter to ${app};
grant select, insert on ticket_event, note to ${app};
