-- Board packs: drafts that can be changed, and published documents that cannot.

create table pack (
    id             text primary key,
    state          text        not null check (state in ('DRAFT', 'REVIEW', 'PUBLISHED')),
    edition        integer     not null check (edition > 0),
    restates       text unique references pack,
    draft          integer     not null,
    title          text        not null,
    body           text        not null,
    meeting_on     date,
    from_day       date        not null,
    to_day         date        not null,
    audience       text        not null check (audience in ('PUBLIC', 'BOARD', 'EXEMPT')),
    author_client  text        not null,
    author_subject text        not null,
    created_at     timestamptz not null,
    published_at   timestamptz,
    version        bigint      not null,
    check ((state = 'PUBLISHED') = (published_at is not null)),
    check ((edition = 1) = (restates is null))
);
comment on column pack.restates is 'The published pack whose place this edition takes; that one stays as it is';
create index pack_listed on pack (created_at desc, id desc);

create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
    if old.state = 'PUBLISHED' then
        raise exception 'a published pack does not change' using errcode = 'insufficient_privilege';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger published_pack_is_final before update or delete on pack
    for each row execute function refuse_change_of_published();

-- What its author wants in it. Apart from the pack, because it says what is exempt.
create table pack_plan (
    pack text primary key references pack on delete cascade,
    plan jsonb not null
);

-- What was done to it and by which role. No reference to the pack: the trace of a draft taken away stays.
create table pack_step (
    pack      text        not null,
    number    integer     not null,
    draft     integer     not null,
    kind      text        not null,
    role      text        not null,
    clearance text,
    comment   text,
    client    text        not null,
    subject   text        not null,
    at        timestamptz not null,
    primary key (pack, number)
);
create trigger pack_step_is_append_only before update or delete or truncate on pack_step
    for each statement execute function refuse_change();

-- The published documents: for each audience, and for each council its own copy. partner '*' is the copy with the rows
-- of all; no council's scope holds that code.
create table pack_document (
    pack       text  not null references pack,
    audience   text  not null check (audience in ('PUBLIC', 'BOARD', 'EXEMPT')),
    partner    text  not null,
    content    bytea not null,
    digest     text  not null,
    signature  text  not null,
    key_id     text  not null,
    public_key text  not null,
    primary key (pack, audience, partner)
);
comment on column pack_document.content is 'Canonical JSON (RFC 8785), of which everything else is printed';
create trigger pack_document_is_append_only before update or delete or truncate on pack_document
    for each statement execute function refuse_change();

-- Who approved it, and up to which fact it knew.
create table pack_publication (
    pack             text primary key references pack,
    approver_client  text        not null,
    approver_subject text        not null,
    published_at     timestamptz not null,
    arrival          bigint      not null
);
create trigger pack_publication_is_append_only before update or delete or truncate on pack_publication
    for each statement execute function refuse_change();

create table pack_key (
    one         boolean primary key default true check (one),
    private_key bytea       not null,
    public_key  bytea       not null,
    created_at  timestamptz not null
);

-- The order in which facts came to be known here; pages are taken one after the other, so it is the order of commits too.
alter table fact_event add column arrival bigint generated always as identity;
create index fact_event_arrival on fact_event using brin (arrival);

-- Corrections of published figures: what a cell said, what it says now, why, and what was decided.
create table restatement (
    id               text primary key,
    pack             text        not null references pack,
    status           text        not null check (status in ('OPEN', 'APPROVED', 'REJECTED', 'SUPERSEDED')),
    changes          jsonb       not null,
    digest           text        not null,
    detected_at      timestamptz not null,
    arrival          bigint      not null,
    reason           text,
    decided_at       timestamptz,
    decider_client   text,
    decider_subject  text,
    restated_pack    text references pack,
    version          bigint      not null,
    check ((status in ('APPROVED', 'REJECTED')) = (decided_at is not null)),
    check ((status = 'APPROVED') = (restated_pack is not null))
);
comment on column restatement.digest is 'SHA-256 of the changes: the same finding is entered once';
create unique index restatement_open on restatement (pack) where status = 'OPEN';
create index restatement_listed on restatement (detected_at desc, id desc);

create function refuse_change_of_decided() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.status <> 'OPEN' or new.changes <> old.changes or new.pack <> old.pack then
        raise exception 'the register of restatements is append-only' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger decided_restatement_is_final before update or delete on restatement
    for each row execute function refuse_change_of_decided();

-- Up to which fact published packs have been compared.
create table restatement_scan (
    one     boolean primary key default true check (one),
    arrival bigint not null
);
insert into restatement_scan (arrival) values (0);

alter table pack enable row level security;
alter table pack force row level security;
create policy pack_scope on pack
    using (current_setting('jointdesk.scope', true) = '*'
        or (state = 'PUBLISHED' and audience = 'PUBLIC' and current_setting('jointdesk.scope', true) <> ''))
    with check (current_setting('jointdesk.scope', true) = '*');

alter table pack_document enable row level security;
alter table pack_document force row level security;
create policy pack_document_scope on pack_document
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*');

alter table pack_plan enable row level security;
alter table pack_plan force row level security;
create policy pack_plan_scope on pack_plan using (current_setting('jointdesk.scope', true) = '*');
alter table pack_step enable row level security;
alter table pack_step force row level security;
create policy pack_step_scope on pack_step using (current_setting('jointdesk.scope', true) = '*');
alter table pack_publication enable row level security;
alter table pack_publication force row level security;
create policy pack_publication_scope on pack_publication using (current_setting('jointdesk.scope', true) = '*');
alter table pack_key enable row level security;
alter table pack_key force row level security;
create policy pack_key_scope on pack_key using (current_setting('jointdesk.scope', true) = '*');
alter table restatement enable row level security;
alter table restatement force row level security;
create policy restatement_scope on restatement using (current_setting('jointdesk.scope', true) = '*');

grant select, insert, update, delete on pack, pack_plan to ${app};
grant select, insert on pack_step, pack_document, pack_publication, pack_key to ${app};
grant select, insert, update on restatement to ${app};
grant select, update on restatement_scan to ${app};
