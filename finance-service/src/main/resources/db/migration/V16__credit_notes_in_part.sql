-- A credit note takes an invoice back whole or in part, and several may follow each other. Whatever writes them, no line is
-- taken back beyond what it was billed.
alter table bill drop constraint bill_corrects_key;
create index bill_corrects on bill (corrects) where corrects is not null;
comment on column bill.corrects is 'The bill that this credit note takes back, or takes a part of back';

alter table bill_line add column corrects_line smallint;
comment on column bill_line.corrects_line is 'Of a credit note: which line of the bill it takes back';

-- Credit notes so far mirror their bills line by line. Nothing that was billed changes: they learn what they said.
select set_config('jointdesk.scope', '*', true);
alter table bill_line disable trigger bill_line_append_only;
update bill_line set corrects_line = line from bill where bill.id = bill_line.bill and bill.corrects is not null;
alter table bill_line enable trigger bill_line_append_only;
create unique index bill_line_corrects on bill_line (bill, corrects_line) where corrects_line is not null;

-- The bill is locked first, so that of two credit notes at once the second sees what the first took.
create function no_line_is_credited_twice() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
declare
    scope     text := coalesce(current_setting('jointdesk.scope', true), '');
    corrected uuid;
    billed    bigint;
    taken     numeric;
begin
    perform set_config('jointdesk.scope', '*', true);
    select corrects into corrected from bill where id = new.bill;
    perform 1 from bill where id = corrected for no key update;
    select amount_pence into billed from bill_line where bill = corrected and line = new.corrects_line;
    select sum(l.amount_pence) into taken
      from bill_line l join bill b on b.id = l.bill
     where b.corrects = corrected and l.corrects_line = new.corrects_line;
    perform set_config('jointdesk.scope', scope, true);
    if (corrected is null) <> (new.corrects_line is null)
            or (corrected is not null and (billed is null or sign(billed + taken) not in (0, sign(billed))
                or sign(taken) = sign(billed))) then
        raise exception 'line % of bill % was billed % and is credited %', new.corrects_line, corrected, billed, taken
            using errcode = 'check_violation', constraint = 'no_line_is_credited_twice';
    end if;
    return null;
end
$$;
create constraint trigger no_line_is_credited_twice after insert on bill_line
    deferrable initially deferred for each row execute function no_line_is_credited_twice();
