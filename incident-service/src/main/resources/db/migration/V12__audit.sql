-- Who did what, from where, with which client: written in the transaction of the write, and of refused writes beside it.
create table audit_entry (
    id         uuid primary key,
    -- The order in which entries are sealed: the writing transaction, then the row. Never handed to a partner.
    xid        bigint not null default pg_current_xact_id()::text::bigint,
    row        bigint generated always as identity,
    at         timestamptz not null,
    outcome    text not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
    method     text not null,
    path       text not null,
    reference  text,
    status     integer,
    request_id text,
    client     text not null,
    subject    text not null,
    roles      text[] not null,
    address    text,
    partners   text[] not null
);
create index audit_entry_feed on audit_entry (xid, row);
create index audit_entry_order on audit_entry (at desc, id desc);
create index audit_entry_reference on audit_entry (reference, at desc, id desc);
create index audit_entry_client on audit_entry (client, at desc, id desc);
create index audit_entry_partners on audit_entry using gin (partners);

-- One chain for the whole service: each seal is a hash over its entry and the seal before it.
create table audit_seal (
    position  bigint primary key,
    entry     uuid not null unique references audit_entry,
    xid       bigint not null,
    row       bigint not null,
    sealed_at timestamptz not null,
    hash      bytea not null
);

create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
create trigger audit_seal_is_append_only before update or delete or truncate on audit_seal
    for each statement execute function refuse_change();

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy audit_entry_read on audit_entry for select
    using (current_setting('jointdesk.scope', true) = '*'
        or partners && string_to_array(current_setting('jointdesk.scope', true), ','));
-- An entry is told by the service about the caller, not by the caller: a refused stranger has no scope at all.
create policy audit_entry_write on audit_entry for insert with check (true);

alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy audit_seal_read on audit_seal for select
    using (current_setting('jointdesk.scope', true) = '*'
        or exists (select from audit_entry e where e.id = audit_seal.entry));
create policy audit_seal_write on audit_seal for insert
    with check (current_setting('jointdesk.scope', true) = '*');

grant select, insert on audit_entry, audit_seal to ${app};
