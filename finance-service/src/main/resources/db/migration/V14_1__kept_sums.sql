-- What is posted to each line in each period, kept beside the postings, so that a statement of a year with a million
-- postings reads some hundred rows. Postings are only ever added, so every statement that adds some notes what it adds;
-- notes are folded into the sums later. Whoever posts only inserts: nobody waits for a row that all of them would change.
create table posted_sum (
    partner        text     not null,
    financial_year text     not null,
    budget_line    text     not null,
    period         smallint not null,
    amount_pence   bigint   not null,
    primary key (partner, financial_year, budget_line, period)
);
comment on table posted_sum is 'Sums of postings by line, period and partner, as far as they are folded';
comment on column posted_sum.partner is 'The partner charged directly, or empty for a shared cost';
create index posted_sum_by_year on posted_sum (financial_year);

create table posted_addition (
    id             bigint   generated always as identity primary key,
    partner        text     not null,
    financial_year text     not null,
    budget_line    text     not null,
    period         smallint not null,
    amount_pence   bigint   not null
);
comment on table posted_addition is 'What was posted and is not folded into posted_sum yet';
create index posted_addition_by_year on posted_addition (financial_year);

alter table posted_sum enable row level security;
alter table posted_sum force row level security;
create policy posted_sum_scope on posted_sum
    using (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(nullif(current_setting('jointdesk.scope', true), ''), ',')))
    with check (current_setting('jointdesk.scope', true) = '*');
alter table posted_addition enable row level security;
alter table posted_addition force row level security;
create policy posted_addition_scope on posted_addition
    using (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(nullif(current_setting('jointdesk.scope', true), ''), ',')))
    with check (current_setting('jointdesk.scope', true) = '*');
-- The application reads them; only the two functions below change them.
grant select on posted_sum, posted_addition to ${app};

select set_config('jointdesk.scope', '*', true);
insert into posted_sum (partner, financial_year, budget_line, period, amount_pence)
select coalesce(p.partner, ''), j.financial_year, p.budget_line, j.period, sum(p.amount_pence)
  from posting p join journal j on j.id = p.journal
 where p.budget_line is not null
 group by 1, 2, 3, 4;

-- The planner knows nothing of how many rows a statement added; without these settings it may read every journal.
create function note_what_is_posted() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    scope text := coalesce(current_setting('jointdesk.scope', true), '');
begin
    perform set_config('jointdesk.scope', '*', true);
    insert into posted_addition (partner, financial_year, budget_line, period, amount_pence)
    select coalesce(p.partner, ''), j.financial_year, p.budget_line, j.period, sum(p.amount_pence)
      from added p join journal j on j.id = p.journal
     where p.budget_line is not null
     group by 1, 2, 3, 4;
    perform set_config('jointdesk.scope', scope, true);
    return null;
end
$$;
create trigger posting_sums after insert on posting
    referencing new table as added for each statement execute function note_what_is_posted();

-- In the order of the key, so that two of them wait for each other and never both.
create function fold_posted_sums(most integer) returns integer
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
declare
    folded integer;
    scope  text := coalesce(current_setting('jointdesk.scope', true), '');
begin
    perform set_config('jointdesk.scope', '*', true);
    with chosen as (
        select id from posted_addition order by id limit most for update skip locked
    ), gone as (
        delete from posted_addition using chosen where posted_addition.id = chosen.id returning posted_addition.*
    ), kept as (
        insert into posted_sum as kept (partner, financial_year, budget_line, period, amount_pence)
        select partner, financial_year, budget_line, period, sum(amount_pence)
          from gone group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (partner, financial_year, budget_line, period)
        do update set amount_pence = kept.amount_pence + excluded.amount_pence
    )
    select count(*) into folded from gone;
    perform set_config('jointdesk.scope', scope, true);
    return folded;
end
$$;
revoke execute on function fold_posted_sums(integer) from public;
grant execute on function fold_posted_sums(integer) to ${app};
