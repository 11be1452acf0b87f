-- A budget is drafted, approved by the board, and from then on only changed: by virements, additions and reductions that
-- somebody asks for and the board decides on. What was approved stays readable, version by version.
alter table budget
    add column status      text        not null default 'DRAFT' check (status in ('DRAFT', 'APPROVED')),
    add column approved_at timestamptz,
    add column approved_by text,
    add column decision    text,
    add column version     bigint      not null default 1,
    add constraint budget_approval_whole check (
        (status = 'APPROVED') = (approved_at is not null and approved_by is not null and decision is not null));
comment on column budget.version is 'Counts the edits of the budget and of its lines, so that the board approves what it read';

update budget set status = 'APPROVED', approved_by = 'seed',
    approved_at = (select starts_on from financial_year where code = budget.financial_year)::timestamp at time zone 'UTC',
    decision = 'ASSUMPTION: approved by the board before the year began';

alter table budget_line
    add column recurrence  text    not null default 'ONGOING' check (recurrence in ('ONE_OFF', 'ONGOING')),
    add column placeholder boolean not null default false,
    add column saving      boolean not null default false,
    add column active_from date,
    add column active_to   date,
    add constraint budget_line_days check (active_to >= active_from),
    add constraint budget_line_saves check (not saving or amount_pence <= 0);
comment on column budget_line.placeholder is 'A sum without detail, later replaced by lines that have some';
comment on column budget_line.active_to is 'Last day on which costs may fall on it';

-- The amount of an approved line is history. Migrations, which run as the owner, write history that happened elsewhere.
create function approved_budgets_are_only_changed() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
declare
    state text;
begin
    update budget set version = version + 1 where financial_year = new.financial_year returning status into state;
    if state = 'APPROVED' and new.amount_pence <> coalesce(old.amount_pence, 0) and session_user <> current_user then
        raise exception 'the budget of % is approved', new.financial_year
            using errcode = 'object_not_in_prerequisite_state', constraint = 'budget_approved';
    end if;
    return new;
end
$$;
create trigger budget_line_edit before insert or update on budget_line
    for each row execute function approved_budgets_are_only_changed();

create table budget_change (
    id             uuid        primary key,
    entered        bigint      generated always as identity unique,
    financial_year text        not null references budget,
    kind           text        not null check (kind in ('VIREMENT', 'ADDITION', 'SUPPLEMENTARY', 'REDUCTION', 'REPLACEMENT')),
    reason         text        not null,
    line_count     integer     not null check (line_count >= 1),
    requested_at   timestamptz not null default now(),
    requested_by   text        not null
);
comment on column budget_change.kind is 'ADDITION comes from the medium-term plan, SUPPLEMENTARY within the year';

create table budget_change_line (
    change         uuid   not null references budget_change,
    financial_year text   not null,
    budget_line    text   not null,
    amount_pence   bigint not null check (amount_pence <> 0),
    primary key (change, budget_line),
    foreign key (financial_year, budget_line) references budget_line
);
create index budget_change_by_line on budget_change_line (financial_year, budget_line);

create table budget_change_decision (
    change     uuid        primary key references budget_change,
    outcome    text        not null check (outcome in ('APPROVED', 'REJECTED')),
    reason     text        not null,
    decided_at timestamptz not null default now(),
    decided_by text        not null
);

create function budget_change_adds_up() returns trigger language plpgsql as $$
declare
    checked uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
    change  budget_change;
    total   numeric;
    found   integer;
    strays  integer;
begin
    select * into change from budget_change where id = checked;
    select coalesce(sum(amount_pence), 0), count(*), count(*) filter (where l.financial_year <> change.financial_year)
      into total, found, strays from budget_change_line l where l.change = checked;
    if found <> change.line_count or strays <> 0
        or sign(total) <> (case when change.kind = 'REDUCTION' then -1
                                when change.kind in ('VIREMENT', 'REPLACEMENT') then 0
                                else 1 end) then
        raise exception 'budget change % adds up to % pence over % of % lines', checked, total, found, change.line_count
            using errcode = 'check_violation', constraint = 'budget_change_adds_up';
    end if;
    return null;
end
$$;
create constraint trigger budget_change_sum after insert on budget_change
    deferrable initially deferred for each row execute function budget_change_adds_up('id');
create constraint trigger budget_change_line_sum after insert on budget_change_line
    deferrable initially deferred for each row execute function budget_change_adds_up('change');

create function nobody_decides_on_an_own_request() returns trigger language plpgsql as $$
begin
    if exists (select from budget_change c where c.id = new.change and c.requested_by = new.decided_by) then
        raise exception '% asked for this change', new.decided_by
            using errcode = 'check_violation', constraint = 'own_request';
    end if;
    return new;
end
$$;
create trigger budget_change_decided_by_another before insert on budget_change_decision
    for each row execute function nobody_decides_on_an_own_request();

-- What a budget came to after its approval and after each approved change.
create table budget_version (
    financial_year text        not null references budget,
    number         integer     not null check (number > 0),
    change         uuid        unique references budget_change,
    made_at        timestamptz not null default now(),
    made_by        text        not null,
    primary key (financial_year, number),
    check ((number = 1) = (change is null))
);
comment on column budget_version.change is 'The change that made it; null of the first, which the board approved whole';
create table budget_version_line (
    financial_year text    not null,
    number         integer not null,
    budget_line    text    not null,
    amount_pence   bigint  not null,
    primary key (financial_year, number, budget_line),
    foreign key (financial_year, number) references budget_version,
    foreign key (financial_year, budget_line) references budget_line
);
insert into budget_version (financial_year, number, made_at, made_by)
select financial_year, 1, approved_at, approved_by from budget;
insert into budget_version_line (financial_year, number, budget_line, amount_pence)
select financial_year, 1, code, amount_pence from budget_line;

create trigger budget_change_append_only before update or delete or truncate on budget_change
    for each statement execute function facts_are_never_edited();
create trigger budget_change_line_append_only before update or delete or truncate on budget_change_line
    for each statement execute function facts_are_never_edited();
create trigger budget_change_decision_append_only before update or delete or truncate on budget_change_decision
    for each statement execute function facts_are_never_edited();
create trigger budget_version_append_only before update or delete or truncate on budget_version
    for each statement execute function facts_are_never_edited();
create trigger budget_version_line_append_only before update or delete or truncate on budget_version_line
    for each statement execute function facts_are_never_edited();

create view budget_position with (security_invoker = true) as
select l.*, c.virement_pence, c.change_pence, l.amount_pence + c.virement_pence + c.change_pence as revised_pence
  from budget_line l
 cross join lateral (
       select coalesce(sum(x.amount_pence) filter (where b.kind = 'VIREMENT'), 0)::bigint as virement_pence,
              coalesce(sum(x.amount_pence) filter (where b.kind <> 'VIREMENT'), 0)::bigint as change_pence
         from budget_change_line x
         join budget_change b on b.id = x.change
         join budget_change_decision d on d.change = b.id and d.outcome = 'APPROVED'
        where x.financial_year = l.financial_year and x.budget_line = l.code) c;
comment on view budget_position is 'Each line with its original amount, approved virements, other approved changes, and what they come to';

-- Plans for several years; a year's budget takes its lines from one when it is drafted.
create table budget_plan (
    code        text        primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
    title       text        not null,
    first_year  text        not null,
    last_year   text        not null check (last_year >= first_year),
    source      text        not null,
    assumption  boolean     not null,
    status      text        not null default 'DRAFT' check (status in ('DRAFT', 'APPROVED')),
    approved_at timestamptz,
    approved_by text,
    decision    text,
    version     bigint      not null default 1,
    check ((status = 'APPROVED') = (approved_at is not null and approved_by is not null and decision is not null))
);
comment on column budget_plan.first_year is 'A plan runs ahead of the years that are opened';

create table budget_plan_line (
    plan           text    not null references budget_plan,
    financial_year text    not null,
    code           text    not null check (code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
    title          text    not null,
    kind           text    not null check (kind in ('BASE', 'COVID', 'PROJECT', 'CAPITAL', 'NON_SHARED')),
    recurrence     text    not null check (recurrence in ('ONE_OFF', 'ONGOING')),
    amount_pence   bigint  not null,
    placeholder    boolean not null default false,
    saving         boolean not null default false,
    active_from    date,
    active_to      date,
    scheme         text    references apportionment_scheme,
    source         text    not null,
    primary key (plan, financial_year, code),
    check (not saving or amount_pence <= 0),
    check (active_to >= active_from)
);

create function approved_plans_stay() returns trigger
    language plpgsql security definer
    set search_path = public, pg_temp
as $$
begin
    if session_user <> current_user
        and exists (select from budget_plan p where p.code = coalesce(new.plan, old.plan) and p.status = 'APPROVED') then
        raise exception 'plan % is approved', coalesce(new.plan, old.plan)
            using errcode = 'object_not_in_prerequisite_state', constraint = 'plan_approved';
    end if;
    return coalesce(new, old);
end
$$;
create trigger budget_plan_line_stays before insert or update or delete on budget_plan_line
    for each row execute function approved_plans_stay();

insert into budget_plan (code, title, first_year, last_year, source, assumption, status, approved_at, approved_by, decision) values
    ('OX-ICT-2018', 'Oxford: ICT transformation', '2018-19', '2020-21',
     'Oxford ICT transformation review, 11 January 2018', true, 'APPROVED', '2017-12-20T00:00:00Z', 'seed',
     'City Executive Board, 20 December 2017, into the medium-term financial plan'),
    ('LCC-IMT-2021', 'Lincolnshire: pipeline of the IMT road map', '2021-22', '2023-24',
     'Lincolnshire IMT report, 1 July 2021', true, 'DRAFT', null, null, null);

insert into budget_plan_line (plan, financial_year, code, title, kind, recurrence, amount_pence, placeholder, source) values
    ('OX-ICT-2018', '2018-19', 'TRANSFORM', 'Transformation', 'PROJECT', 'ONE_OFF', 40000000, false, 'Review: 800k extra over two years. ASSUMPTION: half in each'),
    ('OX-ICT-2018', '2019-20', 'TRANSFORM', 'Transformation', 'PROJECT', 'ONE_OFF', 40000000, false, 'Review: 800k extra over two years. ASSUMPTION: half in each'),
    ('OX-ICT-2018', '2018-19', 'RUNNING', 'Running cost', 'BASE', 'ONGOING', 20000000, false, 'Review: 200k a year ongoing. ASSUMPTION: from the first year'),
    ('OX-ICT-2018', '2019-20', 'RUNNING', 'Running cost', 'BASE', 'ONGOING', 20000000, false, 'Review: 200k a year ongoing. ASSUMPTION: from the first year'),
    ('OX-ICT-2018', '2020-21', 'RUNNING', 'Running cost', 'BASE', 'ONGOING', 20000000, false, 'Review: 200k a year ongoing. ASSUMPTION: from the first year'),
    ('OX-ICT-2018', '2018-19', 'DEVICES', 'Infrastructure and devices', 'CAPITAL', 'ONGOING', 45000000, false, 'Review: about 450k a year'),
    ('OX-ICT-2018', '2019-20', 'DEVICES', 'Infrastructure and devices', 'CAPITAL', 'ONGOING', 45000000, false, 'Review: about 450k a year'),
    ('OX-ICT-2018', '2020-21', 'DEVICES', 'Infrastructure and devices', 'CAPITAL', 'ONGOING', 45000000, false, 'Review: about 450k a year'),
    ('OX-ICT-2018', '2018-19', 'SYSTEMS', 'System replacements', 'CAPITAL', 'ONE_OFF', 0, true, 'Review: named, amount not published'),
    ('LCC-IMT-2021', '2021-22', 'PC-REFRESH', 'PC refresh 2021', 'CAPITAL', 'ONGOING', 0, true, 'Report: placeholder for annual refresh spend in FY21/22, amount not published'),
    ('LCC-IMT-2021', '2021-22', 'MOBILE-REFRESH', 'Mobile phone and tablet refresh 2021', 'CAPITAL', 'ONGOING', 0, true, 'Report: placeholder for annual refresh spend in FY21/22, amount not published');
insert into budget_plan_line (plan, financial_year, code, title, kind, recurrence, amount_pence, saving, active_from, active_to, source) values
    ('LCC-IMT-2021', '2021-22', 'ATP', 'ATP in place of McAfee, at lower cost', 'PROJECT', 'ONGOING', 0, true, null, null, 'Report: saving named, amount not published'),
    ('LCC-IMT-2021', '2021-22', 'QGIS', 'MapInfo licences given up for QGIS', 'PROJECT', 'ONGOING', 0, true, null, null, 'Report: saving named, amount not published'),
    ('LCC-IMT-2021', '2021-22', 'BLUECOAT', 'BlueCoat proxies until they are decommissioned', 'BASE', 'ONGOING', 0, false, null, '2022-03-31', 'Report: to be decommissioned. ASSUMPTION: within the year'),
    ('LCC-IMT-2021', '2021-22', 'SMARTNUMBERS', 'SmartNumbers trial', 'PROJECT', 'ONE_OFF', 0, false, '2021-07-01', '2022-03-31', 'Report: research and trial. ASSUMPTION: within the year');

grant update on budget to ${app};
grant select, insert on budget_change, budget_change_line, budget_change_decision, budget_version, budget_version_line to ${app};
grant select on budget_position to ${app};
grant select, insert, update on budget_plan to ${app};
grant select, insert, delete on budget_plan_line to ${app};
