-- Periods that close for everybody, and a chain of digests that shows whether a journal was touched afterwards.
select set_config('jointdesk.scope', '*', true);

create table accounting_period (
    financial_year text     not null references financial_year,
    period         smallint not null check (period between 1 and 13),
    closed         boolean  not null default false,
    primary key (financial_year, period)
);
comment on table accounting_period is 'Written by the database alone: opened with the year, closed by a row in period_close';

create function year_opens_its_periods() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    insert into accounting_period (financial_year, period) select new.code, generate_series(1, 13);
    return null;
end
$$;
create trigger financial_year_periods after insert on financial_year
    for each row execute function year_opens_its_periods();
insert into accounting_period (financial_year, period)
select code, period from financial_year, generate_series(1, 13) as period;

-- What a close froze: it is written once and never changed.
create table period_close (
    financial_year text        not null,
    period         smallint    not null,
    closed_at      timestamptz not null default now(),
    closed_by      text        not null,
    journals       bigint      not null,
    chain_position bigint      not null,
    chain_digest   text        not null check (chain_digest ~ '^[0-9a-f]{64}$'),
    primary key (financial_year, period),
    foreign key (financial_year, period) references accounting_period
);
comment on column period_close.chain_digest is 'Last digest of the chain, which by then held every journal of the period';

create table period_close_total (
    financial_year text     not null,
    period         smallint not null,
    account        text     not null,
    debit_pence    bigint   not null check (debit_pence >= 0),
    credit_pence   bigint   not null check (credit_pence >= 0),
    primary key (financial_year, period, account),
    foreign key (financial_year, period) references period_close
);

-- Who posts holds this lock together with the others, who closes holds it alone. Locks of this kind are granted in
-- the order they were asked for, so a stream of journals cannot keep a close waiting for ever, as row locks could.
create function period_lock(year text, period integer) returns bigint
    language sql immutable
    return hashtextextended('accounting-period/' || year || '/' || period, 0);

-- Once a statement, whoever writes. The row lock stays, as a transaction that reads an old snapshot would not see the
-- close: it fails on the row instead.
create function journals_go_into_open_periods() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
declare
    touched record;
begin
    for touched in select distinct financial_year, period from added order by 1, 2 loop
        perform pg_advisory_xact_lock_shared(period_lock(touched.financial_year, touched.period));
        perform from accounting_period p
          where p.financial_year = touched.financial_year and p.period = touched.period and not p.closed for share;
        if not found then
            raise exception 'P% of % is closed', touched.period, touched.financial_year
                using errcode = 'object_not_in_prerequisite_state', constraint = 'period_open';
        end if;
    end loop;
    return null;
end
$$;
create trigger journal_period_open after insert on journal
    referencing new table as added for each statement execute function journals_go_into_open_periods();

create function periods_close_in_order() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(period_lock(new.financial_year, new.period));
    if exists (select from accounting_period p
                where p.financial_year = new.financial_year and p.period < new.period and not p.closed) then
        raise exception 'a period before P% of % is open', new.period, new.financial_year
            using errcode = 'object_not_in_prerequisite_state', constraint = 'periods_close_in_order';
    end if;
    update accounting_period set closed = true where financial_year = new.financial_year and period = new.period;
    return new;
end
$$;
create trigger period_close_in_order before insert on period_close
    for each row execute function periods_close_in_order();

create trigger period_close_append_only before update or delete or truncate on period_close
    for each statement execute function facts_are_never_edited();
create trigger period_close_total_append_only before update or delete or truncate on period_close_total
    for each statement execute function facts_are_never_edited();

-- A date that belongs to another period would show its journal on one report and not on the next.
alter table journal add constraint journal_dated_in_period check (
    (case when period = 13 then extract(month from posted_on) = 3
          else mod(extract(month from posted_on)::integer + 8, 12) + 1 = period end)
    and left(financial_year, 4)::integer
        = extract(year from posted_on)::integer - (extract(month from posted_on) < 4)::integer);

-- The line's year is its journal's: looked at once a journal, together with its balance.
create or replace function journal_balances() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
declare
    checked uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
    total   numeric;
    found   integer;
    strays  integer;
    wanted  integer;
    year    text;
    -- Only a superuser may attach such a setting to a function, so it is set and put back here.
    scope   text := coalesce(current_setting('jointdesk.scope', true), '');
begin
    perform set_config('jointdesk.scope', '*', true);
    select line_count, financial_year into wanted, year from journal where id = checked;
    select coalesce(sum(amount_pence), 0), count(*), count(*) filter (where posting.financial_year <> year)
      into total, found, strays from posting where posting.journal = checked;
    perform set_config('jointdesk.scope', scope, true);
    if total <> 0 or found is distinct from wanted or strays <> 0 then
        raise exception 'journal % is out by % pence over % of % lines, % of another year',
            checked, total, found, wanted, strays
            using errcode = 'check_violation', constraint = 'journal_balances';
    end if;
    return null;
end
$$;

-- The order of the chain: the writing transaction, then the row. Nobody but the database says which that was.
alter table journal add column xid bigint not null default pg_current_xact_id()::text::bigint;
create index journal_chain on journal (xid, entered);
create index journal_by_year on journal (financial_year, entered);
revoke insert on journal from ${app};
grant insert (id, posted_on, financial_year, period, description, reverses, line_count, recorded_by, source,
              source_reference) on journal to ${app};

create table journal_seal (
    position  bigint      primary key check (position > 0),
    journal   uuid        not null unique references journal,
    xid       bigint      not null,
    entered   bigint      not null,
    sealed_at timestamptz not null default now(),
    digest    text        not null check (digest ~ '^[0-9a-f]{64}$')
);
comment on column journal_seal.digest is 'SHA-256 over the digest before and the text of the journal, in hexadecimal';
create trigger journal_seal_append_only before update or delete or truncate on journal_seal
    for each statement execute function facts_are_never_edited();

grant select on accounting_period to ${app};
grant select, insert on period_close, period_close_total, journal_seal to ${app};
