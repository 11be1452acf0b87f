-- What somebody wrote into a form of the service catalogue is kept as long as the name on the ticket: when the ticket has
-- been over for so long that its requester becomes a pseudonym, its form is emptied.
create or replace function erase_requesters_over_before(cutoff timestamptz, most integer, out tickets bigint, out events bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    targets text[];
begin
    targets := array(
        select t.reference from ticket t
        where t.status in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED')
          and (exists (select from ticket_event e where e.ticket = t.reference
                       and e.detail ->> 'requester' <> '' and e.detail ->> 'requester' not like 'erased-%')
               or exists (select from catalogue_request r where r.ticket = t.reference and r.form <> '{}'))
          and coalesce(t.closed_at, t.resolved_at,
              (select max(last.at) from ticket_event last where last.ticket = t.reference)) < cutoff
        order by 1 limit most);
    select r.tickets, r.events into tickets, events from erase_requesters(targets, null) r;
    update catalogue_request set form = '{}' where ticket = any (targets) and form <> '{}';
    delete from idempotency_key where created_at < cutoff;
    update import_error set excerpt = null from import_job j
    where j.id = import_error.import and j.finished_at < cutoff and excerpt is not null;
end $$;
