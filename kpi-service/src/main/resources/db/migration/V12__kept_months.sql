-- What the dashboards ask most is kept counted: outcomes and movements per month, partner and priority. Triggers count in
-- the transaction that changes what is counted, so the counts are never apart from it, and can be made anew at any time.

create table outcome_month (
    metric   text   not null check (metric in ('RESOLUTION', 'RESPONSE')),
    month    date   not null,
    partner  text,
    priority text,
    outcome  text   not null,
    tickets  bigint not null,
    constraint outcome_month_cell unique nulls not distinct (metric, month, partner, priority, outcome)
);
comment on column outcome_month.month is 'First local day (Europe/London) of the month it counts in';
comment on column outcome_month.partner is 'Null is UNATTRIBUTED';

create table movement_month (
    month    date   not null,
    partner  text,
    priority text,
    movement text   not null,
    tickets  bigint not null,
    net      bigint not null,
    constraint movement_month_cell unique nulls not distinct (month, partner, priority, movement)
);
comment on column movement_month.movement is
    'How tickets came to be open (IN and how) or ceased to be (OUT and how), or LAST_RESOLUTION, or CLOSED';
comment on column movement_month.net is 'By how much the stock of open tickets changed';

create function first_of_month(day date) returns date language sql immutable parallel safe as $$
    select make_date(extract(year from day)::int, extract(month from day)::int, 1)
$$;

-- Each counts the rows of the transition table `changed`, with the sign that the trigger gives.
create function count_tickets() returns trigger language plpgsql as $$
declare
    sign bigint := tg_argv[0];
begin
    insert into outcome_month as kept
        select 'RESOLUTION', first_of_month(counted_on), partner, priority, outcome, sign * count(*)
          from changed where counted_on is not null group by 2, 3, 4, 5
        on conflict on constraint outcome_month_cell do update set tickets = kept.tickets + excluded.tickets;
    insert into movement_month as kept
        select first_of_month(day), partner, priority, movement, sign * count(*), 0
          from (select partner, priority, counted_on as day, 'LAST_RESOLUTION' as movement
                  from changed where outcome in ('MET', 'BREACHED', 'NO_TARGET')
                union all
                select partner, priority, closed_on, 'CLOSED' from changed where closed_on is not null) moved
         group by 1, 2, 3, 4
        on conflict on constraint movement_month_cell do update set tickets = kept.tickets + excluded.tickets;
    return null;
end $$;

create function count_responses() returns trigger language plpgsql as $$
declare
    sign bigint := tg_argv[0];
begin
    insert into outcome_month as kept
        select 'RESPONSE', first_of_month(counted_on), partner, priority, outcome, sign * count(*)
          from changed group by 2, 3, 4, 5
        on conflict on constraint outcome_month_cell do update set tickets = kept.tickets + excluded.tickets;
    return null;
end $$;

create function count_spells() returns trigger language plpgsql as $$
declare
    sign bigint := tg_argv[0];
begin
    insert into movement_month as kept
        select first_of_month(day), partner, priority, movement, sign * count(*), sign * sum(net)
          from (select partner, priority, started_on as day, 'IN ' || entered as movement, 1 as net from changed
                union all
                select partner, priority, ended_on, 'OUT ' || left_by, -1 from changed where ended_on is not null) moved
         group by 1, 2, 3, 4
        on conflict on constraint movement_month_cell
            do update set tickets = kept.tickets + excluded.tickets, net = kept.net + excluded.net;
    return null;
end $$;

create trigger ticket_fact_counted_in after insert on ticket_fact
    referencing new table as changed for each statement execute function count_tickets('1');
create trigger ticket_fact_counted_out after delete on ticket_fact
    referencing old table as changed for each statement execute function count_tickets('-1');
create trigger ticket_fact_counted_as_before after update on ticket_fact
    referencing old table as changed for each statement execute function count_tickets('-1');
create trigger ticket_fact_counted_as_now after update on ticket_fact
    referencing new table as changed for each statement execute function count_tickets('1');

create trigger response_fact_counted_in after insert on response_fact
    referencing new table as changed for each statement execute function count_responses('1');
create trigger response_fact_counted_out after delete on response_fact
    referencing old table as changed for each statement execute function count_responses('-1');
create trigger response_fact_counted_as_before after update on response_fact
    referencing old table as changed for each statement execute function count_responses('-1');
create trigger response_fact_counted_as_now after update on response_fact
    referencing new table as changed for each statement execute function count_responses('1');

create trigger open_spell_counted_in after insert on open_spell
    referencing new table as changed for each statement execute function count_spells('1');
create trigger open_spell_counted_out after delete on open_spell
    referencing old table as changed for each statement execute function count_spells('-1');
create trigger open_spell_counted_as_before after update on open_spell
    referencing old table as changed for each statement execute function count_spells('-1');
create trigger open_spell_counted_as_now after update on open_spell
    referencing new table as changed for each statement execute function count_spells('1');

alter table outcome_month enable row level security;
alter table outcome_month force row level security;
create policy outcome_month_scope on outcome_month
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

alter table movement_month enable row level security;
alter table movement_month force row level security;
create policy movement_month_scope on movement_month
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

grant select, insert, update on outcome_month, movement_month to ${app};

-- What is there already.
select set_config('jointdesk.scope', '*', true);
insert into outcome_month
    select 'RESOLUTION', first_of_month(counted_on), partner, priority, outcome, count(*)
      from ticket_fact where counted_on is not null group by 2, 3, 4, 5
    union all
    select 'RESPONSE', first_of_month(counted_on), partner, priority, outcome, count(*)
      from response_fact group by 2, 3, 4, 5;
insert into movement_month
    select first_of_month(day), partner, priority, movement, count(*), sum(net)
      from (select partner, priority, started_on as day, 'IN ' || entered as movement, 1 as net from open_spell
            union all
            select partner, priority, ended_on, 'OUT ' || left_by, -1 from open_spell where ended_on is not null
            union all
            select partner, priority, counted_on, 'LAST_RESOLUTION', 0
              from ticket_fact where outcome in ('MET', 'BREACHED', 'NO_TARGET')
            union all
            select partner, priority, closed_on, 'CLOSED', 0 from ticket_fact where closed_on is not null) moved
     group by 1, 2, 3, 4;
