-- A search for several words asks for the tickets that hold its later words, before any text is looked at: how long that
-- takes does not grow with the number of tickets, as looking up every three letters in a row does.

-- The words of a text: letters and digits in a row, in small letters, each once.
create function words_in(text text) returns tsvector language sql stable as $$
    select array_to_tsvector(coalesce(array_agg(distinct left(w, 200)), '{}'))
      from regexp_split_to_table(lower(text), '[^[:alnum:]]+') w where w <> ''
$$;

-- What a text that mentions the phrase must hold. The phrase's first word may be the end of a longer one, so nothing
-- follows from it; its last may be the beginning of one; those between stand as they are. Null when nothing follows.
create function words_needed(phrase text) returns tsquery language sql stable as $$
    select string_agg('''' || left(w, 200) || case when n = last or length(w) > 200 then ''':*' else '''' end, ' & ')::tsquery
      from (select w, n, max(n) over () as last
              from regexp_split_to_table(lower(phrase), '[^[:alnum:]]+') with ordinality as parts(w, n)) parts
     where n > 1 and w <> ''
$$;

alter table ticket_text add column words tsvector;
update ticket_text set words = words_in(text);
alter table ticket_text alter column words set not null;
create index ticket_text_words on ticket_text using gin (words);

create function keep_words() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    new.words := words_in(new.text);
    return new;
end $$;
create trigger ticket_text_words_are_its_texts before insert or update of text on ticket_text
    for each row execute function keep_words();

-- The tickets within the transaction's scope whose words match an ILIKE pattern made of the phrase. Nothing joined to
-- the text keeps the planner from the three-letter index where the words say enough.
drop function tickets_mentioning(text);
create function tickets_mentioning(pattern text, phrase text) returns setof text
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    scope text := current_setting('jointdesk.scope', true);
    needed tsquery := words_needed(phrase);
begin
    if needed is null then
        return query select k.ticket from ticket_text k
            where k.text ilike pattern and (scope = '*' or k.partner = any (string_to_array(scope, ',')));
    else
        return query select k.ticket from ticket_text k
            where k.words @@ needed and k.text || '' ilike pattern
              and (scope = '*' or k.partner = any (string_to_array(scope, ',')));
    end if;
end $$;
revoke all on function words_in(text), words_needed(text), keep_words(), tickets_mentioning(text, text) from public;
grant execute on function tickets_mentioning(text, text) to ${app};
