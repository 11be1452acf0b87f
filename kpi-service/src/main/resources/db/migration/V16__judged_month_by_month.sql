-- Tickets are judged again month by month. What thousands of judgements rest on becomes a row of its own, that the tickets
-- of a month share: when rules change, most of them rest on the same again, and the row is changed instead of the tickets.
select set_config('jointdesk.scope', '*', true);

create table basis (
    number            integer generated always as identity primary key,
    metric            text not null check (metric in ('RESOLUTION', 'RESPONSE')),
    month             date not null,
    target_minutes    bigint,
    agreement         text,
    agreement_version integer,
    calendar          text,
    calendar_version  text
);
create index basis_month on basis (metric, month);
comment on table basis is 'What judgements rest on';
comment on column basis.month is 'First local day (Europe/London) of the month in which its tickets count';
comment on column basis.target_minutes is 'Service minutes allowed, cut off';
grant select, insert, update on basis to ${app};

insert into basis (metric, month, target_minutes, agreement, agreement_version, calendar, calendar_version)
    select distinct 'RESOLUTION', first_of_month(counted_on), target_minutes, agreement, agreement_version, calendar,
           calendar_version
      from ticket_fact where agreement is not null
    union all
    select distinct 'RESPONSE', first_of_month(counted_on), target_minutes, agreement, agreement_version, calendar,
           calendar_version
      from response_fact where agreement is not null;

alter table ticket_fact add column basis integer;
alter table response_fact add column basis integer;
do $$
declare
    judged record;
begin
    for judged in select * from (values ('ticket_fact', 'RESOLUTION'), ('response_fact', 'RESPONSE')) t (facts, metric) loop
        execute format('alter table %I disable trigger user', judged.facts);
        execute format($number$
            update %I t set basis = b.number from basis b
             where b.metric = %L and b.month = first_of_month(t.counted_on)
               and (b.target_minutes, b.agreement, b.agreement_version, b.calendar, b.calendar_version)
                   is not distinct from (t.target_minutes, t.agreement, t.agreement_version, t.calendar, t.calendar_version)
            $number$, judged.facts, judged.metric);
        execute format('alter table %I enable trigger user', judged.facts);
        execute format($bare$
            alter table %I drop column target_minutes, drop column agreement, drop column agreement_version,
                drop column calendar, drop column calendar_version, set (fillfactor = 90)
            $bare$, judged.facts);
        execute format('comment on column %I.basis is %L', judged.facts, 'Null where no clock was read');
    end loop;
end $$;

-- For whoever reads tickets one by one; row security is that of the reader.
create view judged_ticket with (security_invoker = true) as
    select t.*, b.target_minutes, b.agreement, b.agreement_version, b.calendar, b.calendar_version
      from ticket_fact t left join basis b on b.number = t.basis;
create view judged_response with (security_invoker = true) as
    select r.*, b.target_minutes, b.agreement, b.agreement_version, b.calendar, b.calendar_version
      from response_fact r left join basis b on b.number = r.basis;
grant select on judged_ticket, judged_response to ${app};

-- Which months' answers are others than they were when somebody last looked; of resolutions duration_stamp says it.
create table response_stamp (
    month date   primary key,
    stamp bigint not null
);
insert into response_stamp (month, stamp)
    select first_of_month(counted_on), count(*) from response_fact group by 1;
grant select, insert, update on response_stamp to ${app};

create or replace function count_responses() returns trigger language plpgsql as $$
begin
    execute format($count$
        with cell as materialized (
            select first_of_month(counted_on) as month, partner, priority, type, organisation, outcome,
                   sum(sign) as tickets, count(*) as touched
              from (%s) moved group by 1, 2, 3, 4, 5, 6),
        outcomes as (
            insert into outcome_month as kept (metric, month, partner, priority, type, organisation, outcome, tickets)
            select 'RESPONSE', month, partner, priority, type, organisation, outcome, tickets from cell where tickets <> 0
            on conflict on constraint outcome_month_cell do update set tickets = kept.tickets + excluded.tickets)
        insert into response_stamp as kept (month, stamp)
        select month, sum(touched) from cell group by 1
        on conflict (month) do update set stamp = kept.stamp + excluded.stamp
        $count$, moved_rows(tg_op));
    return null;
end $$;

-- A judgement that is under way begins anew.
update feed_position set judging_by = null, judged_up_to = null;
alter table feed_position alter column judged_up_to type date using null;
comment on column feed_position.judged_up_to is 'First day of the last month whose tickets were judged again by them';
