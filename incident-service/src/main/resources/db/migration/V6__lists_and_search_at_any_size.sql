-- Lists by due date and searches take as long with a million tickets as with a hundred thousand.

-- The order of the list (what is not due comes last), for everybody and, open tickets only, for one partner: what is
-- still to be done is a small part of all there ever was.
drop index ticket_due;
create index ticket_due_order on ticket (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), reference);
create index ticket_open_due on ticket (partner, coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), reference)
    where status not in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED');

-- The words of each ticket, for searching. Row-level security lets an index answer only comparisons that cannot leak
-- what they look at, and no text search is known to be such; so the words lie beside the tickets, out of the service's
-- reach, and one function looks them up, which asks for the scope itself. What it finds is read from `ticket`, where
-- row-level security judges it once more.
create extension if not exists pg_trgm;

create table ticket_text (
    ticket  text primary key references ticket,
    partner text,
    text    text not null
);
create index ticket_text_trigrams on ticket_text using gin (text gin_trgm_ops);

alter table ticket_text enable row level security;
alter table ticket_text force row level security;
create policy ticket_text_is_the_owners on ticket_text to current_user using (true) with check (true);

create function words_of(reference text, source_reference text, title text, description text) returns text
language sql stable as $$ select concat_ws(E'\n', reference, source_reference, title, description) $$;

create function keep_ticket_text() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        insert into ticket_text (ticket, partner, text)
            select t.reference, t.partner,
              words_of(t.reference, t.source_reference, t.title, t.description) from fresh t;
    else
        update ticket_text k set partner = t.partner, text = words_of(t.reference, t.source_reference, t.title, t.description)
          from fresh t join stale s on s.reference = t.reference
         where k.ticket = t.reference
           and (t.partner, t.title, t.description) is distinct from (s.partner, s.title, s.description);
    end if;
    return null;
end $$;

create trigger ticket_text_of_new after insert on ticket
    referencing new table as fresh for each statement execute function keep_ticket_text();
create trigger ticket_text_of_changed after update on ticket
    referencing old table as stale new table as fresh for each statement execute function keep_ticket_text();

-- The tickets within the transaction's scope whose words match an ILIKE pattern.
create function tickets_mentioning(pattern text) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
    select k.ticket from ticket_text k
     where k.text ilike pattern
       and (current_setting('jointdesk.scope', true) = '*'
         or k.partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
$$;
revoke all on function tickets_mentioning(text), keep_ticket_text() from public;
grant execute on function tickets_mentioning(text) to ${app};

select set_config('jointdesk.scope', '*', true);
insert into ticket_text (ticket, partner, text)
    select t.reference, t.partner, words_of(t.reference, t.source_reference, t.title, t.description) from ticket t;
