-- When requesters' names were taken away, why, and from how many tickets and events. Never whose.
create table erasure (
    id      uuid primary key,
    at      timestamptz not null,
    cause   text not null check (cause in ('REQUEST', 'RETENTION')),
    by      text not null,
    tickets bigint not null,
    events  bigint not null
);
create index erasure_order on erasure (at desc, id desc);
create trigger erasure_is_append_only before update or delete or truncate on erasure
    for each statement execute function refuse_change();
alter table erasure enable row level security;
alter table erasure force row level security;
create policy erasure_scope on erasure
    using (current_setting('jointdesk.scope', true) = '*')
    with check (current_setting('jointdesk.scope', true) = '*');
grant select, insert on erasure to ${app};

-- The names that are still there. What is erased leaves the index, so that retention looks at nothing twice.
create index ticket_event_requester on ticket_event (lower(detail ->> 'requester'), ticket)
    where detail ->> 'requester' <> '' and detail ->> 'requester' not like 'erased-%';

-- Facts stay append-only but for one thing: a requester's name may give way to a pseudonym. The statement is let through
-- only inside the functions below, and each row only when nothing but the name has changed. The digest stays as it was
-- told, so the event keeps its id, and a desk that sends it again is recognised.
drop trigger ticket_event_is_append_only on ticket_event;
create trigger ticket_event_is_append_only before delete or truncate on ticket_event
    for each statement execute function refuse_change();
create trigger ticket_event_is_not_updated before update on ticket_event
    for each statement when (current_setting('jointdesk.erasing', true) is distinct from 'on')
    execute function refuse_change();
create trigger ticket_event_keeps_all_but_the_requester before update on ticket_event
    for each row when (
        to_jsonb(old) - 'detail' is distinct from to_jsonb(new) - 'detail'
        or old.detail - 'requester' is distinct from new.detail - 'requester'
        or new.detail ->> 'requester' not like 'erased-%')
    execute function refuse_change();
create policy ticket_event_erase on ticket_event for update
    using (current_setting('jointdesk.scope', true) = '*' and current_setting('jointdesk.erasing', true) = 'on')
    with check (current_setting('jointdesk.scope', true) = '*' and current_setting('jointdesk.erasing', true) = 'on');

-- Takes names out of these tickets: all of them, or one. Runs as the owner; the service itself has no right to update.
create function erase_requesters(targets text[], name text, out tickets bigint, out events bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    pseudonyms text[];
begin
    if current_setting('jointdesk.scope', true) is distinct from '*' then
        raise exception 'erasure is for who sees everybody' using errcode = 'insufficient_privilege';
    end if;
    perform 1 from ticket where reference = any (targets) order by reference for update;
    pseudonyms := array(select 'erased-' || left(replace(gen_random_uuid()::text, '-', ''), 12) from unnest(targets));
    perform set_config('jointdesk.erasing', 'on', true);
    update ticket_event e set detail = jsonb_set(e.detail, '{requester}', to_jsonb(n.pseudonym))
    from unnest(targets, pseudonyms) as n (ticket, pseudonym)
    where e.ticket = n.ticket and e.detail ->> 'requester' <> '' and e.detail ->> 'requester' not like 'erased-%'
      and (name is null or lower(e.detail ->> 'requester') = lower(name));
    get diagnostics events = row_count;
    perform set_config('jointdesk.erasing', 'off', true);
    update ticket t set requester = n.pseudonym
    from unnest(targets, pseudonyms) as n (ticket, pseudonym)
    where t.reference = n.ticket and t.requester <> '' and t.requester not like 'erased-%'
      and (name is null or lower(t.requester) = lower(name));
    tickets := coalesce(cardinality(targets), 0);
end $$;

-- One person, wherever the name stands: in facts and tickets, in kept answers to repeated writes, in excerpts of bad rows.
create function erase_requester(name text, out tickets bigint, out events bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    select r.tickets, r.events into tickets, events from erase_requesters(
        array(select distinct e.ticket from ticket_event e
              where lower(e.detail ->> 'requester') = lower(name)
                and e.detail ->> 'requester' <> '' and e.detail ->> 'requester' not like 'erased-%'
              order by 1), name) r;
    delete from idempotency_key where position(lower(to_json(name)::text) in lower(body)) > 0;
    update import_error set excerpt = null where position(lower(name) in lower(excerpt)) > 0;
end $$;

-- Everybody whose ticket has been over since before the limit, so many tickets at a time.
create function erase_requesters_over_before(cutoff timestamptz, most integer, out tickets bigint, out events bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    select r.tickets, r.events into tickets, events from erase_requesters(
        array(select distinct e.ticket from ticket_event e join ticket t on t.reference = e.ticket
              where e.detail ->> 'requester' <> '' and e.detail ->> 'requester' not like 'erased-%'
                and t.status in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED')
                and coalesce(t.closed_at, t.resolved_at,
                    (select max(last.at) from ticket_event last where last.ticket = t.reference)) < cutoff
              order by 1 limit most), null) r;
    delete from idempotency_key where created_at < cutoff;
    update import_error set excerpt = null from import_job j
    where j.id = import_error.import and j.finished_at < cutoff and excerpt is not null;
end $$;

revoke execute on function erase_requesters(text[], text), erase_requester(text),
    erase_requesters_over_before(timestamptz, integer) from public;
grant execute on function erase_requester(text), erase_requesters_over_before(timestamptz, integer) to ${app};
