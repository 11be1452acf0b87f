-- Old tickets closed by the thousand (Lewisham's 2021 review: old requests closed together skew the month they end in).
-- Who authorised it and why stays with every event it wrote.

create table bulk_closure (
    id           uuid primary key,
    -- PLANNED is a dry run: the list that was shown, with the versions that were shown.
    status       text not null check (status in ('PLANNED', 'RUNNING', 'COMPLETED', 'UNDOING', 'UNDONE')),
    dry_run      uuid,
    -- The partners its sender may write for: the worker runs in this scope, and no wider one may look at it.
    scope        text[] not null,
    client       text not null,
    reason       text not null,
    authoriser   text not null,
    requested_at timestamptz not null,
    finished_at  timestamptz,
    undo_until   timestamptz,
    undo_reason  text,
    undo_client  text,
    undo_at      timestamptz,
    undone_at    timestamptz,
    lease_owner  uuid,
    lease_until  timestamptz
);
create index bulk_closure_order on bulk_closure (requested_at desc, id desc);
create index bulk_closure_open on bulk_closure (requested_at) where status in ('RUNNING', 'UNDOING');

create table bulk_closure_ticket (
    closure        uuid not null references bulk_closure on delete cascade,
    reference      text not null,
    partner        text,
    priority       text,
    age            text,
    -- As the ticket stood when it was chosen; one that has moved on since is left alone.
    chosen_version bigint,
    chosen_status  text,
    state          text not null check (state in ('PENDING', 'CLOSED', 'SKIPPED', 'UNDONE', 'LEFT')),
    cause          text,
    -- The events that closed it: RESOLVED and CLOSED, or CLOSED alone.
    events         text[],
    closed_version bigint,
    primary key (closure, reference)
);
create index bulk_closure_ticket_state on bulk_closure_ticket (closure, state, reference);

alter table ticket_event add column bulk_closure uuid references bulk_closure;
create index ticket_event_bulk_closure on ticket_event (bulk_closure) where bulk_closure is not null;

alter table bulk_closure enable row level security;
alter table bulk_closure force row level security;
create policy bulk_closure_scope on bulk_closure
    using (current_setting('jointdesk.scope', true) = '*'
        or scope <@ string_to_array(current_setting('jointdesk.scope', true), ','))
    with check (current_setting('jointdesk.scope', true) = '*'
        or scope <@ string_to_array(current_setting('jointdesk.scope', true), ','));

alter table bulk_closure_ticket enable row level security;
alter table bulk_closure_ticket force row level security;
create policy bulk_closure_ticket_scope on bulk_closure_ticket
    using (exists (select from bulk_closure b where b.id = bulk_closure_ticket.closure));

-- Why and by whose authority is written once.
grant select, insert, delete on bulk_closure to ${app};
grant update (status, finished_at, undo_until, undo_reason, undo_client, undo_at, undone_at, lease_owner, lease_until)
    on bulk_closure to ${app};
grant select, insert on bulk_closure_ticket to ${app};
grant update (state, cause, events, closed_version) on bulk_closure_ticket to ${app};
