-- Extracts of councils' own ledgers: how they are read, the bodies as they came, and what became of each row.
create table import_profile (
    name        text        not null check (name ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
    version     integer     not null check (version > 0),
    source      text        not null,
    definition  jsonb       not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    primary key (name, version)
);
comment on table import_profile is 'How extracts of a sender are read and what its codes mean; a version is never edited';
create trigger import_profile_append_only before update or delete or truncate on import_profile
    for each statement execute function facts_are_never_edited();

create table import_job (
    id              uuid        primary key,
    profile         text        not null,
    profile_version integer     not null,
    source          text        not null,
    line_date       date,
    client          text        not null,
    status          text        not null check (status in ('RECEIVING', 'RUNNING', 'COMPLETED', 'FAILED')),
    bytes           bigint      not null default 0,
    received_at     timestamptz not null,
    finished_at     timestamptz,
    rows_read       bigint      not null default 0,
    accepted        bigint      not null default 0,
    suspense        bigint      not null default 0,
    duplicates      bigint      not null default 0,
    rejected        bigint      not null default 0,
    accepted_pence  bigint      not null default 0,
    suspense_pence  bigint      not null default 0,
    duplicate_pence bigint      not null default 0,
    rejected_pence  bigint      not null default 0,
    stated_pence    bigint,
    lease_owner     uuid,
    lease_until     timestamptz,
    failure_code    text,
    failure_detail  text,
    foreign key (profile, profile_version) references import_profile,
    check (accepted + duplicates + rejected = rows_read),
    check (suspense <= accepted)
);
comment on column import_job.line_date is 'The day of every line of an extract that has no column for it';
comment on column import_job.rows_read is 'Also the checkpoint: written in the transaction of the rows it counts';
comment on column import_job.stated_pence is 'The total that the body states of itself';
create index import_job_order on import_job (received_at desc, id desc);
create index import_job_open on import_job (received_at) where status in ('RECEIVING', 'RUNNING');

create table import_chunk (
    import uuid    not null references import_job,
    number integer not null,
    body   bytea   not null,
    primary key (import, number)
);
-- Packed bodies do not pack again, and the others go as soon as they are read.
alter table import_chunk alter column body set storage external;

create table import_error (
    import  uuid   not null references import_job,
    row     bigint not null,
    line    bigint not null,
    code    text   not null,
    message text   not null,
    pointer text,
    excerpt text,
    primary key (import, row)
);

-- What the sender said of a line that the ledger has no word for.
create table imported_line (
    journal           uuid   primary key references journal,
    import            uuid   not null references import_job,
    row               bigint not null,
    digest            text   not null,
    supplier          text,
    order_reference   text,
    their_cost_centre text,
    their_expense     text,
    suspense_reason   text check (suspense_reason in ('code-unknown', 'line-unknown', 'line-needs-partner'))
);
comment on column imported_line.suspense_reason is 'Why it was posted to SUSPENSE, or null';
comment on column imported_line.order_reference is 'Of the purchase order that a line is an invoice of';
create index imported_line_by_order on imported_line (order_reference) where order_reference is not null;
create index imported_line_waiting on imported_line (their_cost_centre, their_expense) where suspense_reason is not null;
create trigger imported_line_append_only before update or delete or truncate on imported_line
    for each statement execute function facts_are_never_edited();

create index posting_in_suspense on posting (journal) where account = 'SUSPENSE';

alter table import_job enable row level security;
alter table import_job force row level security;
create policy import_job_scope on import_job using (current_setting('jointdesk.scope', true) = '*');
alter table import_chunk enable row level security;
alter table import_chunk force row level security;
create policy import_chunk_scope on import_chunk using (current_setting('jointdesk.scope', true) = '*');
alter table import_error enable row level security;
alter table import_error force row level security;
create policy import_error_scope on import_error using (current_setting('jointdesk.scope', true) = '*');
alter table imported_line enable row level security;
alter table imported_line force row level security;
create policy imported_line_scope on imported_line using (current_setting('jointdesk.scope', true) = '*');

grant select, insert on import_profile, imported_line, import_error to ${app};
grant select, insert, update on import_job to ${app};
grant select, insert, delete on import_chunk to ${app};

-- The balance of journals, looked at once for all journals of a statement instead of once for each line. A journal that
-- is whole when its statement ends is proven; one that is not, because its lines come in later statements, is noted here
-- and looked at again at commit, as before. Lines added later pass through the same, and their journal is not whole.
create table unproven_journal (
    journal uuid primary key
);
comment on table unproven_journal is 'Journals not whole when their statement ended; empty outside of transactions';

-- The line's year is its journal's. A scope that hides one side would let the other pass, so it is widened here and put
-- back: only a superuser may attach such a setting to a function.
create function journal_is_proven() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
declare
    total  numeric;
    found  integer;
    strays integer;
    wanted integer;
    year   text;
    scope  text := coalesce(current_setting('jointdesk.scope', true), '');
begin
    perform set_config('jointdesk.scope', '*', true);
    select line_count, financial_year into wanted, year from journal where id = new.journal;
    select coalesce(sum(p.amount_pence), 0), count(*), count(*) filter (where p.financial_year <> year)
      into total, found, strays from posting p where p.journal = new.journal;
    perform set_config('jointdesk.scope', scope, true);
    if total <> 0 or found is distinct from wanted or strays <> 0 then
        raise exception 'journal % is out by % pence over % of % lines, % of another year',
            new.journal, total, found, wanted, strays
            using errcode = 'check_violation', constraint = 'journal_balances';
    end if;
    delete from unproven_journal where journal = new.journal;
    return null;
end
$$;
create constraint trigger journal_is_proven after insert on unproven_journal
    deferrable initially deferred for each row execute function journal_is_proven();

create function note_unless_whole(journals uuid[]) returns void
    language sql security definer
    set search_path = public, pg_temp
begin atomic
    insert into unproven_journal
    select j.id
      from unnest(journals) as touched (id)
      join journal j on j.id = touched.id
     cross join lateral (select coalesce(sum(p.amount_pence), 0) as total, count(*) as found,
                                count(*) filter (where p.financial_year <> j.financial_year) as strays
                           from posting p where p.journal = j.id) lines
     where lines.total <> 0 or lines.found <> j.line_count or lines.strays <> 0
    on conflict do nothing;
end;
revoke execute on function note_unless_whole(uuid[]) from public;

-- The planner knows nothing of how many rows a statement added; without these settings it may read the whole ledger.
create function journals_prove_themselves() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
    set enable_hashjoin = off
    set enable_mergejoin = off
    set enable_seqscan = off
as $$
declare
    scope text := coalesce(current_setting('jointdesk.scope', true), '');
begin
    perform set_config('jointdesk.scope', '*', true);
    if tg_table_name = 'journal' then
        perform note_unless_whole(array(select id from added));
    else
        perform note_unless_whole(array(select distinct journal from added));
    end if;
    perform set_config('jointdesk.scope', scope, true);
    return null;
end
$$;
drop trigger journal_balances on journal;
drop trigger posting_balances on posting;
drop function journal_balances();
create trigger journal_balances after insert on journal
    referencing new table as added for each statement execute function journals_prove_themselves();
create trigger posting_balances after insert on posting
    referencing new table as added for each statement execute function journals_prove_themselves();
