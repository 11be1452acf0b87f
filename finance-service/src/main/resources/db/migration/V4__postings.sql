-- Double entry: a journal and its lines, whole pence, a debit above zero and a credit below.
-- Nothing is ever changed or removed; a mistake is undone by a journal that reverses it.
create table journal (
    id             uuid        primary key,
    entered        bigint      generated always as identity unique,
    posted_on      date        not null,
    financial_year text        not null references financial_year,
    period         smallint    not null check (period between 1 and 13),
    description    text        not null,
    reverses       uuid        unique references journal,
    line_count     integer     not null check (line_count >= 2),
    recorded_at    timestamptz not null default now(),
    recorded_by    text        not null
);
comment on column journal.reverses is 'The journal this one undoes; a journal is undone once at most';

create table posting (
    journal        uuid     not null references journal,
    line           smallint not null,
    account        text     not null check (account in ('EXPENDITURE', 'INCOME', 'CREDITORS', 'DEBTORS', 'CASH')),
    financial_year text     not null,
    budget_line    text,
    partner        text     references funding_partner,
    amount_pence   bigint   not null check (amount_pence <> 0),
    primary key (journal, line),
    foreign key (financial_year, budget_line) references budget_line,
    check ((budget_line is not null) = (account in ('EXPENDITURE', 'INCOME')))
);
comment on column posting.partner is 'The partner charged directly, or null for a shared cost';
create index posting_by_line on posting (financial_year, budget_line);

alter table posting enable row level security;
alter table posting force row level security;
create policy posting_scope on posting
    using (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

-- Looks at every line whoever writes, since a scope that hides one side would let the other pass. At commit, so that
-- lines may come one by one; the count refuses lines added to a journal later. No tolerance: beancount issue 411.
create function journal_balances() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
declare
    checked uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
    total   numeric;
    found   integer;
    wanted  integer;
    -- Only a superuser may attach such a setting to a function, so it is set and put back here.
    scope   text := coalesce(current_setting('jointdesk.scope', true), '');
begin
    perform set_config('jointdesk.scope', '*', true);
    select line_count into wanted from journal where id = checked;
    select coalesce(sum(amount_pence), 0), count(*) into total, found from posting where posting.journal = checked;
    perform set_config('jointdesk.scope', scope, true);
    if total <> 0 or found is distinct from wanted then
        raise exception 'journal % is out by % pence over % of % lines', checked, total, found, wanted
            using errcode = 'check_violation', constraint = 'journal_balances';
    end if;
    return null;
end
$$;

create constraint trigger journal_balances after insert on journal
    deferrable initially deferred for each row execute function journal_balances('id');
create constraint trigger posting_balances after insert on posting
    deferrable initially deferred for each row execute function journal_balances('journal');

create function facts_are_never_edited() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger journal_append_only before update or delete or truncate on journal
    for each statement execute function facts_are_never_edited();
create trigger posting_append_only before update or delete or truncate on posting
    for each statement execute function facts_are_never_edited();

grant select, insert on journal, posting to ${app};
