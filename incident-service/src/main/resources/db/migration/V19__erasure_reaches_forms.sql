-- One person, wherever the name stands: in the forms of requests too.
create function erase_from_forms(name text) returns void
language sql security definer set search_path = public, pg_temp as $$
    update catalogue_request r set form = (
        select jsonb_object_agg(f.key, case when lower(f.value #>> '{}') = lower(name)
            then to_jsonb('erased'::text) else f.value end)
        from jsonb_each(r.form) f)
    where exists (select from jsonb_each_text(r.form) f where lower(f.value) = lower(name))
$$;
revoke execute on function erase_from_forms(text) from public;

create or replace function erase_requester(name text, out tickets bigint, out events bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    select r.tickets, r.events into tickets, events from erase_requesters(
        array(select distinct e.ticket from ticket_event e
              where lower(e.detail ->> 'requester') = lower(name)
                and e.detail ->> 'requester' <> '' and e.detail ->> 'requester' not like 'erased-%'
              order by 1), name) r;
    perform erase_from_forms(name);
    delete from idempotency_key where position(lower(to_json(name)::text) in lower(body)) > 0;
    update import_error set excerpt = null where position(lower(name) in lower(excerpt)) > 0;
end $$;
