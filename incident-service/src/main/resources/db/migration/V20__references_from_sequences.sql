-- Numbers of references come from a sequence per partner: a counter in a row made everybody who opened a ticket for a
-- council wait until the one before had committed. A number drawn for a ticket that is not kept is not drawn again.

create function draw_references(prefix text, many integer) returns setof bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    counter text := 'reference_' || lower(prefix);
begin
    if prefix !~ '^[A-Z0-9]{2,10}$' then
        raise exception '% is no prefix of references', prefix using errcode = 'invalid_parameter_value';
    end if;
    if to_regclass(counter) is null then
        -- Two that are first at once: the second finds what the first has made.
        perform pg_advisory_xact_lock(hashtext(counter));
        execute format('create sequence if not exists %I', counter);
    end if;
    return query execute format('select nextval(%L) from generate_series(1, $1)', counter) using many;
end $$;

do $$
declare
    counted record;
begin
    for counted in select prefix, last from reference_counter loop
        execute format('create sequence %I', 'reference_' || lower(counted.prefix));
        perform setval('reference_' || lower(counted.prefix), counted.last);
    end loop;
end $$;

drop table reference_counter;

revoke all on function draw_references(text, integer) from public;
grant execute on function draw_references(text, integer) to ${app};
