-- More of what dashboards ask is kept counted: by type and queue organisation too, reopenings, categories, and what users
-- thought. A statement that changes facts counts what it changed once, old rows against new ones: where nothing moved
-- between cells, nothing is written.

drop trigger ticket_fact_counted_in on ticket_fact;
drop trigger ticket_fact_counted_out on ticket_fact;
drop trigger ticket_fact_counted_as_before on ticket_fact;
drop trigger ticket_fact_counted_as_now on ticket_fact;
drop trigger response_fact_counted_in on response_fact;
drop trigger response_fact_counted_out on response_fact;
drop trigger response_fact_counted_as_before on response_fact;
drop trigger response_fact_counted_as_now on response_fact;
drop trigger open_spell_counted_in on open_spell;
drop trigger open_spell_counted_out on open_spell;
drop trigger open_spell_counted_as_before on open_spell;
drop trigger open_spell_counted_as_now on open_spell;
drop function count_tickets();
drop function count_responses();
drop function count_spells();

create or replace function first_of_month(day date) returns date language sql immutable parallel safe as $$
    select day - extract(day from day)::int + 1
$$;

truncate outcome_month, movement_month;
alter table outcome_month
    drop constraint outcome_month_cell,
    add column type text,
    add column organisation text,
    add constraint outcome_month_cell
        unique nulls not distinct (metric, month, partner, priority, type, organisation, outcome);
alter table movement_month
    drop constraint movement_month_cell,
    add column type text,
    add column organisation text,
    add constraint movement_month_cell
        unique nulls not distinct (month, partner, priority, type, organisation, movement);
comment on column movement_month.movement is
    'How tickets came to be open (IN and how) or ceased to be (OUT and how); LAST_RESOLUTION, of which REOPENED_BEFORE; UNDONE, of OUT RESOLVED; CLOSED; AGED, by how much the stock at the end of a month of those open for more than 30 days changed. What only went on is no movement';

create table category_month (
    counted  text   not null check (counted in ('LOGGED', 'RESOLVED')),
    month    date   not null,
    partner  text,
    priority text,
    type     text,
    category text,
    tickets  bigint not null,
    constraint category_month_cell unique nulls not distinct (counted, month, partner, priority, type, category)
);

create table opinion_month (
    month        date   not null,
    partner      text,
    priority     text,
    type         text,
    organisation text,
    opinion      text   not null,
    given        bigint not null,
    constraint opinion_month_cell unique nulls not distinct (month, partner, priority, type, organisation, opinion)
);
comment on column opinion_month.opinion is
    'POSITIVE, NEUTRAL, NEGATIVE, PROMOTER, PASSIVE or DETRACTOR of a rating, by the month it was given in; ANSWER, SATISFIED or TIMELY of an answered survey likewise; SENT or HEARD (sent and answered since) of a survey, by the month it was sent in';

-- Which months' resolution times are others than they were when somebody last looked.
create table duration_stamp (
    month date   primary key,
    stamp bigint not null
);

select set_config('jointdesk.scope', '*', true);

-- Since when it has been open for more than 30 days follows from the day it was logged on.
alter table open_spell add column logged_on date;
update open_spell set logged_on = (logged_at at time zone 'Europe/London')::date;
alter table open_spell alter column logged_on set not null;
comment on column open_spell.logged_on is 'Local day (Europe/London)';

-- What a statement did to a table: rows that came count for one, rows that went against it. Called in a trigger's own
-- transaction, where the transition tables have these names.
create function moved_rows(operation text) returns text language sql immutable parallel safe as $$
    select case operation
        when 'INSERT' then 'select *, 1 as sign from come'
        when 'DELETE' then 'select *, -1 as sign from gone'
        else 'select *, 1 as sign from come union all select *, -1 from gone' end
$$;

create function count_tickets() returns trigger language plpgsql as $$
begin
    execute format($count$
        with cell as materialized (
            select first_of_month(counted_on) as month, first_of_month(closed_on) as closed, partner, priority, type,
                   organisation, category, outcome, outcome in ('MET', 'BREACHED', 'NO_TARGET') as resolved,
                   reopen_count > 0 as reopened, sum(sign) as tickets, count(*) as touched
              from (%s) moved group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        outcomes as (
            insert into outcome_month as kept (metric, month, partner, priority, type, organisation, outcome, tickets)
            select 'RESOLUTION', month, partner, priority, type, organisation, outcome, sum(tickets)
              from cell where month is not null group by 2, 3, 4, 5, 6, 7 having sum(tickets) <> 0
            on conflict on constraint outcome_month_cell do update set tickets = kept.tickets + excluded.tickets),
        movements as (
            insert into movement_month as kept (month, partner, priority, type, organisation, movement, tickets, net)
            select day, partner, priority, type, organisation, movement, sum(tickets), 0
              from (select month as day, partner, priority, type, organisation, 'LAST_RESOLUTION' as movement, tickets
                      from cell where resolved
                    union all
                    select month, partner, priority, type, organisation, 'REOPENED_BEFORE', tickets
                      from cell where resolved and reopened
                    union all
                    select closed, partner, priority, type, organisation, 'CLOSED', tickets
                      from cell where closed is not null) moved
             group by 1, 2, 3, 4, 5, 6 having sum(tickets) <> 0
            on conflict on constraint movement_month_cell do update set tickets = kept.tickets + excluded.tickets),
        categories as (
            insert into category_month as kept (counted, month, partner, priority, type, category, tickets)
            select 'RESOLVED', month, partner, priority, type, category, sum(tickets)
              from cell where resolved group by 2, 3, 4, 5, 6 having sum(tickets) <> 0
            on conflict on constraint category_month_cell do update set tickets = kept.tickets + excluded.tickets)
        insert into duration_stamp as kept (month, stamp)
        select month, sum(touched) from cell where month is not null group by 1
        on conflict (month) do update set stamp = kept.stamp + excluded.stamp
        $count$, moved_rows(tg_op));
    return null;
end $$;

create function count_responses() returns trigger language plpgsql as $$
begin
    execute format($count$
        insert into outcome_month as kept (metric, month, partner, priority, type, organisation, outcome, tickets)
        select 'RESPONSE', first_of_month(counted_on), partner, priority, type, organisation, outcome, sum(sign)
          from (%s) moved group by 2, 3, 4, 5, 6, 7 having sum(sign) <> 0
        on conflict on constraint outcome_month_cell do update set tickets = kept.tickets + excluded.tickets
        $count$, moved_rows(tg_op));
    return null;
end $$;

create function count_spells() returns trigger language plpgsql as $$
begin
    execute format($count$
        with cell as materialized (
            select first_of_month(started_on) as started, first_of_month(ended_on) as ended, partner, priority, type,
                   organisation, category, entered, left_by, undone,
                   first_of_month(greatest(started_on, logged_on + 30)) as aged, sum(sign) as tickets
              from (%s) moved group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 having sum(sign) <> 0),
        categories as (
            insert into category_month as kept (counted, month, partner, priority, type, category, tickets)
            select 'LOGGED', started, partner, priority, type, category, sum(tickets)
              from cell where entered = 'LOGGED' group by 2, 3, 4, 5, 6 having sum(tickets) <> 0
            on conflict on constraint category_month_cell do update set tickets = kept.tickets + excluded.tickets)
        insert into movement_month as kept (month, partner, priority, type, organisation, movement, tickets, net)
        select month, partner, priority, type, organisation, movement, sum(tickets), sum(tickets * net)
          from (select started as month, partner, priority, type, organisation, 'IN ' || entered as movement, tickets,
                       1 as net
                  from cell where entered <> 'CONTINUED'
                union all
                select ended, partner, priority, type, organisation, 'OUT ' || left_by, tickets, -1
                  from cell where left_by <> 'CONTINUED'
                union all
                select ended, partner, priority, type, organisation, 'UNDONE', tickets, 0
                  from cell where left_by = 'RESOLVED' and undone
                union all
                select aged, partner, priority, type, organisation, 'AGED', tickets, 0
                  from cell where ended is null or aged < ended
                union all
                select ended, partner, priority, type, organisation, 'AGED', -tickets, 0
                  from cell where aged < ended) moved
         group by 1, 2, 3, 4, 5, 6 having sum(tickets) <> 0
        on conflict on constraint movement_month_cell
            do update set tickets = kept.tickets + excluded.tickets, net = kept.net + excluded.net
        $count$, moved_rows(tg_op));
    return null;
end $$;

create function count_ratings() returns trigger language plpgsql as $$
begin
    execute format($count$
        insert into opinion_month as kept (month, partner, priority, type, organisation, opinion, given)
        select first_of_month(rated_on), partner, priority, type, organisation, opinion, sum(sign)
          from (%s) moved, lateral (values
                (case when rating >= 4 then 'POSITIVE' when rating = 3 then 'NEUTRAL' when rating <= 2 then 'NEGATIVE' end),
                (case when recommend >= 9 then 'PROMOTER' when recommend >= 7 then 'PASSIVE'
                      when recommend <= 6 then 'DETRACTOR' end)) said (opinion)
         where opinion is not null group by 1, 2, 3, 4, 5, 6 having sum(sign) <> 0
        on conflict on constraint opinion_month_cell do update set given = kept.given + excluded.given
        $count$, moved_rows(tg_op));
    return null;
end $$;

create function count_surveys() returns trigger language plpgsql as $$
begin
    execute format($count$
        insert into opinion_month as kept (month, partner, priority, type, organisation, opinion, given)
        select first_of_month(day), partner, priority, type, organisation, opinion, sum(sign)
          from (%s) moved, lateral (values
                (answered_on, 'ANSWER', answered_on is not null), (answered_on, 'SATISFIED', satisfied),
                (answered_on, 'TIMELY', timely), (invited_on, 'SENT', invited),
                (invited_on, 'HEARD', invited and answered_on is not null)) said (day, opinion, so)
         where so group by 1, 2, 3, 4, 5, 6 having sum(sign) <> 0
        on conflict on constraint opinion_month_cell do update set given = kept.given + excluded.given
        $count$, moved_rows(tg_op));
    return null;
end $$;

do $$
declare
    counted record;
begin
    for counted in select * from (values ('ticket_fact', 'count_tickets'), ('response_fact', 'count_responses'),
            ('open_spell', 'count_spells'), ('rating', 'count_ratings'), ('survey', 'count_surveys')) t (facts, counting) loop
        execute format('create trigger %1$s_counted_in after insert on %1$I referencing new table as come'
            ' for each statement execute function %2$I()', counted.facts, counted.counting);
        execute format('create trigger %1$s_counted_out after delete on %1$I referencing old table as gone'
            ' for each statement execute function %2$I()', counted.facts, counted.counting);
        execute format('create trigger %1$s_counted_anew after update on %1$I referencing old table as gone new table as come'
            ' for each statement execute function %2$I()', counted.facts, counted.counting);
    end loop;
end $$;

-- Written as a case, of which the planner supposes that it leaves half of the rows: it has no idea of settings, and would
-- else sort what it ought to hash.
drop policy outcome_month_scope on outcome_month;
drop policy movement_month_scope on movement_month;
do $$
declare
    kept text;
begin
    foreach kept in array array['outcome_month', 'movement_month', 'category_month', 'opinion_month'] loop
        execute format('alter table %I enable row level security', kept);
        execute format('alter table %I force row level security', kept);
        execute format($policy$
            create policy %1$s_scope on %1$I
                using (case when current_setting('jointdesk.scope', true) = '*' then true
                    else partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')) end)
                with check (case when current_setting('jointdesk.scope', true) = '*' then true
                    else partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')) end)
            $policy$, kept);
    end loop;
end $$;
grant select, insert, update on category_month, opinion_month, duration_stamp to ${app};

-- A backlog at any moment without looking at every stretch that there ever was: those of one length that were open then
-- began within that length before it. Lengths double from an hour on; what is still open has the last of them.
alter table open_spell add column length smallint not null generated always as (
    case when ended_at is null then 20
         else width_bucket(extract(epoch from ended_at - started_at), array[3600, 7200, 14400, 28800, 57600, 115200, 230400,
             460800, 921600, 1843200, 3686400, 7372800, 14745600, 29491200]::numeric[]) end) stored;
comment on column open_spell.length is
    'n: it lasted less than 2^n hours, and half of that at least; 14: longer; 20: it still lasts';
create index open_spell_length on open_spell (length, started_at);

-- What is there already.
insert into outcome_month (metric, month, partner, priority, type, organisation, outcome, tickets)
    select 'RESOLUTION', first_of_month(counted_on), partner, priority, type, organisation, outcome, count(*)
      from ticket_fact where counted_on is not null group by 2, 3, 4, 5, 6, 7
    union all
    select 'RESPONSE', first_of_month(counted_on), partner, priority, type, organisation, outcome, count(*)
      from response_fact group by 2, 3, 4, 5, 6, 7;
insert into movement_month (month, partner, priority, type, organisation, movement, tickets, net)
    select first_of_month(day), partner, priority, type, organisation, movement, sum(tickets), sum(net)
      from (select partner, priority, type, organisation, started_on as day, 'IN ' || entered as movement, 1 as tickets,
                   1 as net
              from open_spell where entered <> 'CONTINUED'
            union all
            select partner, priority, type, organisation, ended_on, 'OUT ' || left_by, 1, -1
              from open_spell where left_by <> 'CONTINUED'
            union all
            select partner, priority, type, organisation, ended_on, 'UNDONE', 1, 0
              from open_spell where left_by = 'RESOLVED' and undone
            union all
            select partner, priority, type, organisation, greatest(started_on, logged_on + 30), 'AGED', 1, 0
              from open_spell
             where ended_on is null or first_of_month(greatest(started_on, logged_on + 30)) < first_of_month(ended_on)
            union all
            select partner, priority, type, organisation, ended_on, 'AGED', -1, 0
              from open_spell where first_of_month(greatest(started_on, logged_on + 30)) < first_of_month(ended_on)
            union all
            select partner, priority, type, organisation, counted_on, 'LAST_RESOLUTION', 1, 0
              from ticket_fact where outcome in ('MET', 'BREACHED', 'NO_TARGET')
            union all
            select partner, priority, type, organisation, counted_on, 'REOPENED_BEFORE', 1, 0
              from ticket_fact where outcome in ('MET', 'BREACHED', 'NO_TARGET') and reopen_count > 0
            union all
            select partner, priority, type, organisation, closed_on, 'CLOSED', 1, 0
              from ticket_fact where closed_on is not null) moved
     group by 1, 2, 3, 4, 5, 6;
insert into category_month (counted, month, partner, priority, type, category, tickets)
    select 'RESOLVED', first_of_month(counted_on), partner, priority, type, category, count(*)
      from ticket_fact where outcome in ('MET', 'BREACHED', 'NO_TARGET') group by 2, 3, 4, 5, 6
    union all
    select 'LOGGED', first_of_month(started_on), partner, priority, type, category, count(*)
      from open_spell where entered = 'LOGGED' group by 2, 3, 4, 5, 6;
insert into opinion_month (month, partner, priority, type, organisation, opinion, given)
    select first_of_month(day), partner, priority, type, organisation, opinion, count(*)
      from (select partner, priority, type, organisation, rated_on as day, opinion
              from rating, lateral (values
                  (case when rating >= 4 then 'POSITIVE' when rating = 3 then 'NEUTRAL' when rating <= 2 then 'NEGATIVE' end),
                  (case when recommend >= 9 then 'PROMOTER' when recommend >= 7 then 'PASSIVE'
                        when recommend <= 6 then 'DETRACTOR' end)) said (opinion)
             where opinion is not null
            union all
            select partner, priority, type, organisation, day, opinion
              from survey, lateral (values
                  (answered_on, 'ANSWER', answered_on is not null), (answered_on, 'SATISFIED', satisfied),
                  (answered_on, 'TIMELY', timely), (invited_on, 'SENT', invited),
                  (invited_on, 'HEARD', invited and answered_on is not null)) said (day, opinion, so)
             where so) told
     group by 1, 2, 3, 4, 5, 6;
insert into duration_stamp (month, stamp)
    select first_of_month(counted_on), count(*) from ticket_fact where counted_on is not null group by 1;
