-- Orders placed, costs accrued, the outturn expected and how good that was, and money given for one purpose only.
select set_config('jointdesk.scope', '*', true);

create table purchase_order (
    reference      text        primary key check (reference ~ '^[A-Z0-9][A-Z0-9/-]{1,39}$'),
    financial_year text        not null,
    budget_line    text        not null,
    partner        text        references funding_partner,
    cost_centre    text,
    subjective     text,
    project        text,
    title          text        not null,
    supplier       text,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    foreign key (financial_year, budget_line) references budget_line
);
comment on column purchase_order.reference is 'As it stands on the order and comes back on its invoices';

create table order_event (
    id           bigint      generated always as identity primary key,
    reference    text        not null references purchase_order,
    kind         text        not null check (kind in ('RAISED', 'CHANGED', 'RECEIVED', 'INVOICED', 'CANCELLED')),
    happened_on  date        not null,
    amount_pence bigint      not null,
    journal      uuid        unique references journal,
    note         text,
    recorded_at  timestamptz not null,
    recorded_by  text        not null
);
comment on column order_event.amount_pence is 'RAISED, CHANGED: the whole order from then on; RECEIVED, INVOICED: this delivery or invoice; CANCELLED: 0';
comment on column order_event.journal is 'Of an invoice: where it was posted; a journal belongs to one order at most';
create index order_event_by_order on order_event (reference, id);
create unique index order_raised_once on order_event (reference) where kind = 'RAISED';
create trigger purchase_order_append_only before update or delete or truncate on purchase_order
    for each statement execute function facts_are_never_edited();
create trigger order_event_append_only before update or delete or truncate on order_event
    for each statement execute function facts_are_never_edited();

create table accrual (
    id             uuid        primary key,
    kind           text        not null check (kind in ('ACCRUAL', 'PREPAYMENT')),
    financial_year text        not null,
    period         smallint    not null check (period between 1 and 12),
    budget_line    text        not null,
    amount_pence   bigint      not null check (amount_pence > 0),
    description    text        not null,
    journal        uuid        not null unique references journal,
    reversal       uuid        not null unique references journal,
    order_reference text       references purchase_order,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    foreign key (financial_year, budget_line) references budget_line
);
comment on column accrual.reversal is 'Posted together with the accrual, on the first day of the next period';
create trigger accrual_append_only before update or delete or truncate on accrual
    for each statement execute function facts_are_never_edited();

create table spend_profile (
    code        text        primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
    title       text        not null,
    weights     integer[]   not null check (cardinality(weights) = 12),
    source      text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);
comment on table spend_profile is 'How a year''s spending falls on P1 to P12; never edited, another code is another profile';
create trigger spend_profile_append_only before update or delete or truncate on spend_profile
    for each statement execute function facts_are_never_edited();

-- Forecasts are history: each stays beside those made after it.
alter table forecast
    drop constraint forecast_pkey,
    add column id          bigint generated always as identity primary key,
    add column method      text check (method in ('ACTUAL_PLUS_REMAINING_BUDGET', 'RUN_RATE', 'PROFILE', 'MANUAL')),
    add column reason      text,
    add column driver      text,
    add column profile     text references spend_profile,
    add column recorded_at timestamptz not null default now(),
    add column recorded_by text        not null default 'seed';
update forecast set method = 'MANUAL', driver = 'AGENCY_STAFF',
       reason = 'As reported to the Joint Committee; the working is not published';
alter table forecast
    alter column method set not null,
    add constraint forecast_manual_reasoned check (method <> 'MANUAL' or reason is not null),
    add constraint forecast_profiled check ((method = 'PROFILE') = (profile is not null));
comment on column forecast.driver is 'What moves the cost, for instance AGENCY_STAFF';
create index forecast_by_line on forecast (financial_year, line, id);
create trigger forecast_append_only before update or delete or truncate on forecast
    for each statement execute function facts_are_never_edited();

create table fund (
    code        text        primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
    title       text        not null,
    kind        text        not null check (kind in ('GRANT', 'RESERVE', 'COVID')),
    grantor     text,
    purpose     text        not null,
    conditions  text,
    award_pence bigint      check (award_pence > 0),
    starts_on   date        not null,
    ends_on     date        check (ends_on >= starts_on),
    project     text        unique,
    source      text        not null,
    assumption  boolean     not null,
    version     bigint      not null default 1,
    check ((kind = 'COVID') = (project is null))
);
create unique index fund_covid_once on fund (kind) where kind = 'COVID';
create index posting_by_project on posting (project) where project is not null;
comment on column fund.project is 'Lines coded to it belong to the fund; Covid-19 has the lines of kind COVID instead';
comment on column fund.award_pence is 'Null where spend is claimed back without an amount agreed beforehand';

create table fund_claim (
    id           uuid        primary key,
    entered      bigint      generated always as identity unique,
    fund         text        not null references fund,
    partner      text        not null references funding_partner,
    claimed_on   date        not null,
    amount_pence bigint      not null check (amount_pence <> 0),
    reference    text        not null,
    withdraws    uuid        unique references fund_claim,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    check ((amount_pence < 0) = (withdraws is not null))
);
comment on column fund_claim.partner is 'Whose part of the spend is claimed';
create index fund_claim_by_fund on fund_claim (fund, entered);
create trigger fund_claim_append_only before update or delete or truncate on fund_claim
    for each statement execute function facts_are_never_edited();

alter table fund_claim enable row level security;
alter table fund_claim force row level security;
create policy fund_claim_scope on fund_claim
    using (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));
alter table purchase_order enable row level security;
alter table purchase_order force row level security;
create policy purchase_order_scope on purchase_order using (current_setting('jointdesk.scope', true) = '*');
alter table order_event enable row level security;
alter table order_event force row level security;
create policy order_event_scope on order_event using (current_setting('jointdesk.scope', true) = '*');
alter table accrual enable row level security;
alter table accrual force row level security;
create policy accrual_scope on accrual using (current_setting('jointdesk.scope', true) = '*');

grant select, insert on purchase_order, order_event, accrual, spend_profile, fund_claim to ${app};
grant select, insert, update on fund to ${app};

insert into fund (code, title, kind, grantor, purpose, conditions, award_pence, starts_on, project, source, assumption)
values
    ('COVID-19', 'Covid-19 expenditure', 'COVID', null, 'Costs of the pandemic, tracked apart from the base budget', null, null,
     '2020-03-01', null, 'Joint Committee minutes 2021, update report section 4; what was claimed is not published', false),
    ('CYBER-AWARD', 'Cyber tools and training', 'GRANT', 'Government department, not named in the source',
     'Cyber security tools and training only', 'Restricted use', 10000000, '2021-04-01', 'CYBER-AWARD',
     'Joint Committee minutes 2021: 100k award; ASSUMPTION: received in 2021-22, no end date', true);

insert into ledger_code (dimension, code, title, source) values
    ('PROJECT', 'CYBER-AWARD', 'Cyber tools and training (grant)', 'Joint Committee minutes 2021: 100k award')
on conflict do nothing;
insert into budget_line (financial_year, code, title, kind, amount_pence, scheme, source, assumption) values
    ('2021-22', 'CYBER', 'Cyber tools and training, paid from a grant', 'PROJECT', 0, 'STS-BASE',
     'Joint Committee minutes 2021: 100k award; ASSUMPTION: spend and grant meet in one line of no net cost', true);
