-- Service credits taken over from kpi-service, and what partners are billed. All of it is facts: nothing is edited,
-- a restatement is a new fact and a wrong bill is credited.
create table service_credit (
    id                   uuid        primary key,
    entered              bigint      generated always as identity unique,
    financial_year       text        not null,
    period               smallint    not null check (period between 1 and 12),
    family               text        not null,
    budget_line          text        not null,
    monthly_charge_pence bigint      not null check (monthly_charge_pence >= 0),
    raw_points           integer     not null,
    raw_pence            bigint      not null,
    points               integer     not null,
    mitigated_pence      bigint      not null,
    applied_pence        bigint      not null check (applied_pence >= 0),
    suspended            text,
    evidence             text        not null,
    evidence_digest      text        not null,
    supersedes           uuid        unique references service_credit,
    cause                text,
    recorded_at          timestamptz not null,
    recorded_by          text        not null,
    foreign key (financial_year, budget_line) references budget_line,
    check ((supersedes is null) = (cause is null))
);
comment on table service_credit is 'Service points of a month in money, as kpi-service answered when asked';
comment on column service_credit.applied_pence is 'After mitigation, and nothing while credits are suspended: what counts';
comment on column service_credit.evidence is 'The answer of kpi-service, word for word';
create unique index service_credit_first on service_credit (financial_year, period, family) where supersedes is null;

-- Credits concern the whole service; only who sees every partner sees them.
alter table service_credit enable row level security;
alter table service_credit force row level security;
create policy service_credit_scope on service_credit
    using (current_setting('jointdesk.scope', true) = '*')
    with check (current_setting('jointdesk.scope', true) = '*');
create trigger service_credit_append_only before update or delete or truncate on service_credit
    for each statement execute function facts_are_never_edited();
grant select, insert on service_credit to ${app};

-- A run is drafted, and later issued or discarded. Its bills are frozen at drafting.
create table billing_run (
    id             uuid        primary key,
    entered        bigint      generated always as identity unique,
    financial_year text        not null references financial_year,
    kind           text        not null check (kind in ('ESTIMATE', 'TRUE_UP', 'REFUND', 'EXIT')),
    up_to          smallint    not null check (up_to between 1 and 13),
    note           text        not null,
    refund_pence   bigint      check (refund_pence > 0),
    refund_line    text,
    ratio_on       date,
    exit_statement uuid,
    drafted_at     timestamptz not null,
    drafted_by     text        not null,
    drafted_for    text        not null,
    check ((kind = 'REFUND') = (refund_pence is not null and refund_line is not null and ratio_on is not null)),
    check ((kind = 'EXIT') = (exit_statement is not null))
);
comment on column billing_run.drafted_by is 'The client; drafted_for is the subject behind it';

create table billing_instalment (
    run    uuid     not null references billing_run,
    part   smallint not null check (part between 1 and 12),
    due_on date     not null,
    weight numeric  not null check (weight > 0),
    primary key (run, part)
);

create table billing_decision (
    run         uuid        primary key references billing_run,
    decision    text        not null check (decision in ('ISSUED', 'DISCARDED')),
    decided_on  date        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    decided_for text        not null
);
comment on table billing_decision is 'What became of a draft; without a row it is still one';

create table bill (
    id             uuid     primary key,
    run            uuid     references billing_run,
    financial_year text     not null references financial_year,
    partner        text     not null references funding_partner,
    part           smallint not null,
    parts          smallint not null check (parts >= part),
    due_on         date     not null,
    amount_pence   bigint   not null check (amount_pence <> 0),
    line_count     smallint not null check (line_count > 0),
    corrects       uuid     unique references bill,
    reason         text,
    unique (run, partner, part),
    check ((run is null) = (corrects is not null)),
    check ((corrects is null) = (reason is null))
);
comment on column bill.amount_pence is 'An invoice above zero, a credit note below';
comment on column bill.corrects is 'The bill that this credit note takes back whole';
create index bill_of_partner on bill (partner, financial_year);

create table bill_line (
    bill         uuid     not null references bill,
    line         smallint not null,
    partner      text     not null,
    kind         text     not null check (kind in ('POOL', 'DIRECT', 'INCOME', 'CREDIT', 'SETTLEMENT')),
    code         text     not null,
    title        text     not null,
    note         text     not null,
    amount_pence bigint   not null,
    primary key (bill, line)
);

create table bill_within (
    bill         uuid   not null references bill,
    partner      text   not null,
    member       text   not null references funding_partner,
    amount_pence bigint not null,
    primary key (bill, member)
);
comment on table bill_within is 'Whose the bill is of a partner and its sub-bodies; adds up to the bill';

create table bill_issue (
    bill           uuid        primary key references bill,
    partner        text        not null,
    financial_year text        not null,
    ordinal        integer     not null check (ordinal > 0),
    number         text        not null unique,
    issued_on      date        not null,
    journal        uuid        not null references journal,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    unique (partner, financial_year, ordinal)
);
comment on column bill_issue.ordinal is 'Of this partner and year only, so that a number tells nothing of anybody else';

-- Who a bill is from and to, as an electronic invoice names them.
create table billing_party (
    partner         text    primary key references funding_partner,
    legal_name      text    not null,
    endpoint_scheme text    not null,
    endpoint        text    not null,
    country         text    not null default 'GB',
    host            boolean not null default false,
    source          text    not null,
    assumption      boolean not null
);
comment on column billing_party.host is 'The council that runs the service and bills for it';
create unique index billing_party_one_host on billing_party (host) where host;

do $$
declare
    held text;
begin
    foreach held in array array ['bill', 'bill_line', 'bill_within', 'bill_issue'] loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy %I on %I using (current_setting(''jointdesk.scope'', true) = ''*'''
            || ' or partner = any (string_to_array(current_setting(''jointdesk.scope'', true), '','')))'
            || ' with check (current_setting(''jointdesk.scope'', true) = ''*'''
            || ' or partner = any (string_to_array(current_setting(''jointdesk.scope'', true), '','')))',
            held || '_scope', held);
    end loop;
    foreach held in array array ['billing_run', 'billing_instalment', 'billing_decision', 'bill', 'bill_line',
            'bill_within', 'bill_issue'] loop
        execute format('create trigger %I before update or delete or truncate on %I'
            || ' for each statement execute function facts_are_never_edited()', held || '_append_only', held);
    end loop;
end
$$;

-- Looks at every line whoever writes, as journal_balances does; no bill differs from its lines by a penny.
create function bill_adds_up() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
declare
    checked uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
    wanted  bill;
    total   numeric;
    found   integer;
    parts   numeric;
    scope   text := coalesce(current_setting('jointdesk.scope', true), '');
begin
    perform set_config('jointdesk.scope', '*', true);
    select * into wanted from bill where id = checked;
    select coalesce(sum(amount_pence), 0), count(*) into total, found from bill_line where bill_line.bill = checked;
    select sum(amount_pence) into parts from bill_within where bill_within.bill = checked;
    perform set_config('jointdesk.scope', scope, true);
    if total <> wanted.amount_pence or found <> wanted.line_count or parts <> wanted.amount_pence then
        raise exception 'bill % is %, its lines are % and its parts %', checked, wanted.amount_pence, total, parts
            using errcode = 'check_violation', constraint = 'bill_adds_up';
    end if;
    return null;
end
$$;
create constraint trigger bill_adds_up after insert on bill
    deferrable initially deferred for each row execute function bill_adds_up('id');
create constraint trigger bill_line_adds_up after insert on bill_line
    deferrable initially deferred for each row execute function bill_adds_up('bill');
create constraint trigger bill_within_adds_up after insert on bill_within
    deferrable initially deferred for each row execute function bill_adds_up('bill');

grant select, insert on billing_run, billing_instalment, billing_decision, bill, bill_line, bill_within, bill_issue to ${app};
grant select, insert, update on billing_party to ${app};

select set_config('jointdesk.scope', '*', true);
insert into billing_party (partner, legal_name, endpoint_scheme, endpoint, host, source, assumption) values
    ('LBB', 'London Borough of Brent', '0088', '2000000000015', true,
     'ASSUMPTION: a location number of the range kept for own use; the council''s own is not published', true),
    ('LBL', 'London Borough of Lewisham', '0088', '2000000000022', false,
     'ASSUMPTION: a location number of the range kept for own use; the council''s own is not published', true),
    ('LBS', 'London Borough of Southwark', '0088', '2000000000039', false,
     'ASSUMPTION: a location number of the range kept for own use; the council''s own is not published', true),
    ('LGA', 'Local Government Association', '0088', '2000000000046', false,
     'ASSUMPTION: a location number of the range kept for own use; the association''s own is not published', true);
