-- What partners use of the service, month by month, with the evidence; and who agreed to divide costs by it.
create table driver (
    code     text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    title    text not null,
    unit     text not null,
    kind     text not null check (kind in ('LEVEL', 'COUNT')),
    source   text not null,
    measured text not null
);
comment on column driver.kind is 'LEVEL is how many there are at the end of a month, COUNT how many came in it';
grant select, insert on driver to ${app};

insert into driver (code, title, unit, kind, source, measured) values
    ('users', 'Users', 'account', 'LEVEL', 'Directory of each council', 'Enabled accounts of staff and members at the end of the month'),
    ('devices', 'Devices', 'device', 'LEVEL', 'Device inventory of the service (SCCM, Intune)', 'Devices seen in the month, shared ones once, at the end of the month'),
    ('smartphones', 'Smartphones', 'device', 'LEVEL', 'Mobile device management of each council', 'Enrolled smartphones at the end of the month'),
    ('headcount', 'Headcount', 'person', 'LEVEL', 'Human resources system of each council', 'Persons employed at the end of the month, agency staff included'),
    ('sites', 'Sites', 'site', 'LEVEL', 'Network inventory of the service', 'Sites on the wide area network at the end of the month'),
    ('tickets', 'Tickets', 'ticket', 'COUNT', 'kpi-service, measure volumes', 'Tickets logged in the month for the partner that held them; sub-bodies count in their parent'),
    ('calls', 'Calls', 'call', 'COUNT', 'Telephone system of the service desk', 'Calls offered in the month'),
    ('hours', 'Hours', 'hour', 'COUNT', 'Timesheets of the service', 'Hours booked on a partner''s work in the month');

-- An answer of another service, kept to the byte: what values were read from, and by which definition.
create table driver_pull (
    id                 uuid        primary key,
    driver             text        not null references driver,
    asked              text        not null,
    definition         text        not null,
    definition_version integer     not null,
    definition_text    text        not null,
    as_at              timestamptz,
    answer             text        not null,
    digest             text        not null,
    recorded_at        timestamptz not null,
    recorded_by        text        not null
);
comment on column driver_pull.as_at is 'When the newest fact behind the answer was recorded; null before the first fact';
alter table driver_pull enable row level security;
alter table driver_pull force row level security;
create policy driver_pull_scope on driver_pull
    using (current_setting('jointdesk.scope', true) = '*')
    with check (current_setting('jointdesk.scope', true) = '*');
create trigger driver_pull_append_only before update or delete or truncate on driver_pull
    for each statement execute function facts_are_never_edited();
grant select, insert on driver_pull to ${app};

create table driver_value (
    partner     text        not null check (partner ~ '^[A-Z0-9]{2,16}$' and partner not in ('ALL', 'OTHERS')),
    id          uuid        not null unique,
    driver      text        not null references driver,
    month       date        not null check (extract(day from month) = 1),
    value       numeric     not null check (value >= 0),
    source      text        not null,
    evidence    text        not null,
    assumption  boolean     not null,
    supersedes  uuid        unique references driver_value (id),
    reason      text,
    pull        uuid        references driver_pull,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    primary key (partner, id),
    check ((supersedes is null) = (reason is null))
);
comment on column driver_value.partner is 'A partner code, or UNATTRIBUTED for usage that nobody can be billed for';
comment on column driver_value.supersedes is 'The value this one corrects; a value is corrected once at most';
create unique index driver_value_first on driver_value (partner, driver, month) where supersedes is null;
create index driver_value_by_month on driver_value (driver, month);
alter table driver_value enable row level security;
alter table driver_value force row level security;
create policy driver_value_scope on driver_value
    using (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));
create trigger driver_value_append_only before update or delete or truncate on driver_value
    for each statement execute function facts_are_never_edited();
grant select, insert on driver_value to ${app};

-- A version may be rejected, and its first day taken by another; which of them counts is decided where they are read.
alter table scheme_version
    drop constraint scheme_version_scheme_valid_from_key,
    add column driver           text    references driver,
    add column reading_rule     text    check (reading_rule in ('SNAPSHOT', 'SAME_MONTH', 'PREVIOUS_YEAR_AVERAGE')),
    add column reading_from     date,
    add column reading_to       date,
    add column tolerance_points numeric check (tolerance_points >= 0),
    add column review_on        date,
    add column follows          integer,
    add foreign key (scheme, follows) references scheme_version (scheme, number),
    add check ((reading_rule is null) = (reading_from is null) and (reading_rule is null) = (reading_to is null));
comment on column scheme_version.driver is 'What the weights of a DRIVER version count';
comment on column scheme_version.reading_rule is 'How the weights were read from driver values; null where they were given';
comment on column scheme_version.follows is 'The approved version whose rule this one applies to later values';
update scheme_version
   set driver = 'users', reading_rule = 'SNAPSHOT', reading_from = '2018-03-01', reading_to = '2018-03-01'
 where method = 'DRIVER' and source like 'Users;%';

alter table scheme_weight add column divisor integer not null default 1 check (divisor > 0);
comment on column scheme_weight.divisor is 'The weight is value / divisor: a mean of months need not be a decimal';

-- The driver values that the weights of a version were read from.
create table scheme_reading (
    partner text    not null,
    scheme  text    not null,
    number  integer not null,
    value   uuid    not null references driver_value (id),
    primary key (partner, scheme, number, value),
    foreign key (scheme, number) references scheme_version
);
alter table scheme_reading enable row level security;
alter table scheme_reading force row level security;
create policy scheme_reading_scope on scheme_reading
    using (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));
grant select, insert on scheme_reading to ${app};

create table scheme_decision (
    scheme     text        not null,
    number     integer     not null,
    outcome    text        not null check (outcome in ('APPROVED', 'REJECTED')),
    reason     text        not null,
    decided_at timestamptz not null,
    decided_by text        not null,
    primary key (scheme, number),
    foreign key (scheme, number) references scheme_version
);
comment on table scheme_decision is 'What the board decided; a version without an approval is in force on no day';
create trigger scheme_decision_append_only before update or delete or truncate on scheme_decision
    for each statement execute function facts_are_never_edited();
grant select, insert on scheme_decision to ${app};

insert into scheme_decision (scheme, number, outcome, reason, decided_at, decided_by)
select scheme, number, 'APPROVED', 'In force when approvals began to be recorded: ' || source, recorded_at, 'seed'
  from scheme_version;

-- Each time weights were to be read again: what had moved, and whether that was more than the tolerance.
create table scheme_rebasing (
    scheme         text        not null references apportionment_scheme,
    number         integer     not null check (number > 0),
    in_force       integer     not null,
    effective_from date        not null,
    months_from    date        not null,
    months_to      date        not null,
    tolerance      numeric,
    outcome        text        not null check (outcome in ('WEIGHTS_STAY', 'RE_SPLIT')),
    version        integer,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    primary key (scheme, number),
    foreign key (scheme, in_force) references scheme_version (scheme, number),
    foreign key (scheme, version) references scheme_version (scheme, number),
    check ((outcome = 'RE_SPLIT') = (version is not null))
);
create trigger scheme_rebasing_append_only before update or delete or truncate on scheme_rebasing
    for each statement execute function facts_are_never_edited();
grant select, insert on scheme_rebasing to ${app};

create table scheme_movement (
    partner            text    not null,
    scheme             text    not null,
    number             integer not null,
    driver             text    not null,
    before_numerator   numeric not null,
    before_denominator numeric not null,
    after_numerator    numeric not null,
    after_denominator  numeric not null,
    primary key (partner, scheme, number, driver),
    foreign key (scheme, number) references scheme_rebasing
);
comment on table scheme_movement is 'A partner''s part of a driver in the weights in force, and in the values read again';
alter table scheme_movement enable row level security;
alter table scheme_movement force row level security;
create policy scheme_movement_scope on scheme_movement
    using (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));
create trigger scheme_movement_append_only before update or delete or truncate on scheme_movement
    for each statement execute function facts_are_never_edited();
grant select, insert on scheme_movement to ${app};

-- What the seeded schemes weigh by, as values that can be looked at, corrected and read again.
select set_config('jointdesk.scope', '*', true);
insert into driver_value (partner, id, driver, month, value, source, evidence, assumption, recorded_at, recorded_by) values
    ('LBB', '00000000-0000-4000-8000-0000000000d1', 'users', '2018-03-01', 3120, 'ASSUMPTION: users by council are not published', 'None: the three-way shares are not published', true, now(), 'seed'),
    ('LBL', '00000000-0000-4000-8000-0000000000d2', 'users', '2018-03-01', 2480, 'ASSUMPTION: users by council are not published', 'None: the three-way shares are not published', true, now(), 'seed'),
    ('LH', '00000000-0000-4000-8000-0000000000d3', 'users', '2018-03-01', 500, 'ASSUMPTION: users by council are not published', 'None: the three-way shares are not published', true, now(), 'seed'),
    ('LBS', '00000000-0000-4000-8000-0000000000d4', 'users', '2018-03-01', 4275, 'ASSUMPTION: users by council are not published', 'None: the three-way shares are not published', true, now(), 'seed');
insert into scheme_reading (partner, scheme, number, value)
select w.partner, w.scheme, w.number, v.id
  from scheme_weight w
  join scheme_version using (scheme, number)
  join driver_value v on v.partner = w.partner and v.driver = scheme_version.driver and v.month = reading_from;
