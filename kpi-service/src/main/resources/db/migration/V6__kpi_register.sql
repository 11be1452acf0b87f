-- The register of indicators and what was measured of them. Dated parts are facts: the next one begins later, none is
-- edited. What a contract keeps to the boards is kept to them here as well, by row-level security.

create table kpi_family (
    code           text primary key,
    title          text not null,
    contract_start date not null,
    audience       text not null check (audience in ('PUBLIC', 'BOARD', 'EXEMPT')),
    note           text not null
);

create table kpi (
    code      text primary key,
    family    text not null references kpi_family,
    title     text not null,
    kind      text not null check (kind in ('KPI', 'PI')),
    unit      text not null check (unit in ('PERCENT', 'NUMBER')),
    direction text not null check (direction in ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')),
    source    text not null check (source in ('TICKETS', 'MEASURED')),
    audience  text not null check (audience in ('PUBLIC', 'BOARD', 'EXEMPT')),
    note      text not null,
    version   bigint not null default 1
);
create index kpi_by_family on kpi (family, code);

create table kpi_stage (
    kpi    text not null references kpi,
    begins date not null,
    state  text not null check (state in ('PLANNED', 'LIVE', 'RETIRING', 'RETIRED', 'REPLACED')),
    ccn    text,
    note   text,
    primary key (kpi, begins)
);

create table kpi_level (
    kpi        text not null references kpi,
    begins     date not null,
    tsl        numeric(12, 4) not null,
    msl        numeric(12, 4),
    inadequate numeric(12, 4),
    source     text not null,
    ccn        text,
    primary key (kpi, begins)
);
comment on column kpi_level.tsl is 'Target service level, in per cent or, for numbers, as it is';
comment on column kpi_level.msl is 'Minimum service level; without one only green or red';

create table kpi_formula (
    kpi        text not null references kpi,
    version    integer not null,
    begins     date not null,
    kind       text not null check (kind in ('RESOLVED_WITHIN_TARGET', 'OPEN_OLDER_THAN', 'LOGGED')),
    types      text[] not null,
    priorities text[] not null,
    days       integer not null check ((kind = 'OPEN_OLDER_THAN') = (days > 0)),
    primary key (kpi, version),
    unique (kpi, begins)
);

create table kpi_weight (
    kpi    text not null references kpi,
    begins date not null,
    points integer not null check (points between 0 and 10000),
    ccn    text,
    source text not null,
    primary key (kpi, begins)
);

create table kpi_successor (
    kpi       text not null references kpi,
    successor text not null references kpi,
    primary key (kpi, successor),
    check (kpi <> successor)
);

-- How results become ratings of the Procurement Act 2023; the same for all.
create table rating_rule (
    version integer primary key,
    begins  date not null unique,
    margin  numeric(5, 2) not null check (margin >= 0),
    source  text not null
);

create table kpi_measurement (
    id          bigint generated always as identity primary key,
    kpi         text not null references kpi,
    month       date not null check (extract(day from month) = 1),
    numerator   bigint not null check (numerator >= 0),
    denominator bigint not null check (denominator >= 0),
    evidence    text not null check (evidence <> ''),
    supersedes  bigint unique,
    recorded_at timestamptz not null,
    client      text not null,
    subject     text not null,
    unique (id, kpi, month),
    foreign key (supersedes, kpi, month) references kpi_measurement (id, kpi, month),
    check (denominator > 0 or numerator = 0)
);
comment on column kpi_measurement.supersedes is 'The measurement of the same month that this one corrects';
-- One first measurement a month; each is corrected at most once, so the corrections of a month form one chain.
create unique index kpi_measurement_first on kpi_measurement (kpi, month) where supersedes is null;

-- The county's contract as its two reports describe it. What they do not say is chosen and marked as assumed.
insert into kpi_family (code, title, contract_start, audience, note) values
    ('imt', 'Information management and technology services under the county''s support services contract',
     date '2015-04-01', 'BOARD',
     'Reports to the Overview and Scrutiny Management Board of 1 July and 16 December 2021: service began on 1 April 2015.'),
    ('iaa', 'Inter-Authority Agreement of the shared technology service',
     date '2016-04-01', 'PUBLIC',
     'Board pack of February 2019 and Joint Committee minutes of July 2021. The two-council service began on 1 April 2016.');

insert into kpi (code, family, title, kind, unit, direction, source, audience, note)
select 'IMT_KPI_' || number, 'imt', 'Contract KPI ' || number || ' (title not published)', 'KPI', 'PERCENT',
       'HIGHER_IS_BETTER', 'MEASURED', 'BOARD',
       'Assumption: the reports name the number of KPIs and not this one; number, title and levels are neutral.'
  from unnest(array['01', '02', '03', '04', '06', '07', '08', '10', '11']) number;

insert into kpi (code, family, title, kind, unit, direction, source, audience, note) values
    ('IMT_KPI_05', 'imt', 'Number of Priority 1 incidents reported', 'KPI', 'NUMBER', 'LOWER_IS_BETTER', 'MEASURED', 'BOARD',
     'Title from a later report of the county. Assumption: its levels and monthly counts.'),
    ('IMT_KPI_09', 'imt', '% achievement of service request fulfilment within service request fulfilment time', 'KPI',
     'PERCENT', 'HIGHER_IS_BETTER', 'MEASURED', 'BOARD',
     'Measured for the last time in June 2021. Assumption: its levels and exact values; the reports give the colours.'),
    ('IMT_KPI_12', 'imt', '% of users surveyed in the month who score the IT service as good or above', 'KPI', 'PERCENT',
     'HIGHER_IS_BETTER', 'MEASURED', 'BOARD',
     'Above target all the time, falling in September and October 2021. Assumption: its levels and exact values.'),
    ('IMT_KPI_14', 'imt',
     '% of Windows end user devices patched within 21 days of release of critical operating system updates', 'KPI',
     'PERCENT', 'HIGHER_IS_BETTER', 'MEASURED', 'BOARD',
     'TSL 95 %, MSL 90 %, 89.45 % in March and 87.77 % in April 2021 are published. Assumption: the other exact values, and'
     ' that it is the KPI that the December report leaves unnamed in September 2021 (it says that KPI 14 fell again).'),
    ('IMT_KPI_18', 'imt', 'Priority 3 and 4 incident resolution', 'KPI', 'PERCENT', 'HIGHER_IS_BETTER', 'MEASURED', 'BOARD',
     'Replaces KPI 09 with KPI 19. Assumption: the levels of its three-month glide path, and exact values.'),
    ('IMT_KPI_19', 'imt', 'Service request fulfilment', 'KPI', 'PERCENT', 'HIGHER_IS_BETTER', 'MEASURED', 'BOARD',
     'Replaces KPI 09 with KPI 18. Assumption: the levels of its three-month glide path, and exact values.'),
    ('IMT_PI_01', 'imt', '% of open incidents and service requests that are open for more than 30 days', 'PI', 'PERCENT',
     'LOWER_IS_BETTER', 'MEASURED', 'BOARD',
     'Agreed with KPI 18 and 19; TSL at most 10 %, MSL at most 15 %. Assumption: exact values; reported as well within TSL.'),
    ('IAA_P1', 'iaa', 'Priority 1 incidents resolved within 4 working hours', 'KPI', 'PERCENT', 'HIGHER_IS_BETTER', 'TICKETS',
     'PUBLIC', 'Inter-Authority Agreement: 95 % within 4 working hours.'),
    ('IAA_P2', 'iaa', 'Priority 2 incidents resolved within 8 working hours', 'KPI', 'PERCENT', 'HIGHER_IS_BETTER', 'TICKETS',
     'PUBLIC', 'Inter-Authority Agreement: 95 % within 8 working hours.'),
    ('IAA_P3', 'iaa', 'Priority 3 incidents resolved within 2 working days', 'KPI', 'PERCENT', 'HIGHER_IS_BETTER', 'TICKETS',
     'PUBLIC', 'Inter-Authority Agreement: 80 % within 2 working days.'),
    ('IAA_P4', 'iaa', 'Priority 4 requests fulfilled within the catalogue item''s own target', 'KPI', 'PERCENT',
     'HIGHER_IS_BETTER', 'TICKETS', 'PUBLIC', 'Inter-Authority Agreement: 80 % within the target of the request type.'),
    ('IAA_BACKUP', 'iaa', 'Backups that succeeded', 'KPI', 'PERCENT', 'HIGHER_IS_BETTER', 'MEASURED', 'PUBLIC',
     'Joint Committee, July 2021: 99 % against the agreement''s target of 98 %.'),
    ('IAA_PI_OPEN_30', 'iaa', '% of open tickets that are open for more than 30 days', 'PI', 'PERCENT', 'LOWER_IS_BETTER',
     'TICKETS', 'PUBLIC',
     'Assumption: the levels are those of the county''s indicator, at most 10 % and at most 15 %; this agreement has none.');

insert into kpi_stage (kpi, begins, state, note)
select code, case family when 'imt' then date '2015-04-01' else date '2016-04-01' end, 'LIVE',
       case family when 'imt' then 'Assumption: measured since service began' else 'Since service began' end
  from kpi where code not in ('IMT_KPI_18', 'IMT_KPI_19', 'IMT_PI_01');
insert into kpi_stage (kpi, begins, state, note) values
    ('IMT_KPI_09', date '2021-07-01', 'REPLACED', 'Replaced from July 2021 by KPI 18, KPI 19 and a performance indicator'),
    ('IMT_KPI_14', date '2021-09-30', 'RETIRING',
     'Agreed in principle in September 2021 (day assumed); to be formalised by a contract change notice'),
    ('IMT_KPI_18', date '2021-05-01', 'PLANNED', 'Delayed by the remote access fault (day assumed)'),
    ('IMT_KPI_19', date '2021-05-01', 'PLANNED', 'Delayed by the remote access fault (day assumed)'),
    ('IMT_PI_01', date '2021-05-01', 'PLANNED', 'Day assumed'),
    ('IMT_KPI_18', date '2021-07-01', 'LIVE', null),
    ('IMT_KPI_19', date '2021-07-01', 'LIVE', null),
    ('IMT_PI_01', date '2021-07-01', 'LIVE', null);

insert into kpi_successor (kpi, successor) values
    ('IMT_KPI_09', 'IMT_KPI_18'), ('IMT_KPI_09', 'IMT_KPI_19'), ('IMT_KPI_09', 'IMT_PI_01');

insert into kpi_level (kpi, begins, tsl, msl, source)
select code, date '2015-04-01', 95, 90,
       case code when 'IMT_KPI_14' then 'Report of 1 July 2021: TSL 95 %, MSL 90 %' else 'Assumption: not published' end
  from kpi where family = 'imt' and unit = 'PERCENT' and code not in ('IMT_KPI_12', 'IMT_KPI_18', 'IMT_KPI_19', 'IMT_PI_01');
insert into kpi_level (kpi, begins, tsl, msl, source) values
    ('IMT_KPI_05', date '2015-04-01', 5, 8, 'Assumption: not published'),
    ('IMT_KPI_12', date '2015-04-01', 85, 80, 'Assumption: not published'),
    ('IMT_PI_01', date '2021-07-01', 10, 15, 'Report of 16 December 2021: TSL at most 10 %, MSL at most 15 %'),
    ('IAA_P1', date '2016-04-01', 95, null, 'Inter-Authority Agreement'),
    ('IAA_P2', date '2016-04-01', 95, null, 'Inter-Authority Agreement'),
    ('IAA_P3', date '2016-04-01', 80, null, 'Inter-Authority Agreement'),
    ('IAA_P4', date '2016-04-01', 80, null, 'Inter-Authority Agreement'),
    ('IAA_BACKUP', date '2016-04-01', 98, null, 'Inter-Authority Agreement'),
    ('IAA_PI_OPEN_30', date '2016-04-01', 10, 15, 'Assumption: as in the county''s contract');
insert into kpi_level (kpi, begins, tsl, msl, source)
select code, begins, tsl, tsl - 5, 'Assumption: the report tells of three months of rising levels, not of the levels'
  from unnest(array['IMT_KPI_18', 'IMT_KPI_19']) code
 cross join (values (date '2021-07-01', 85), (date '2021-08-01', 90), (date '2021-09-01', 95)) path (begins, tsl);

insert into kpi_formula (kpi, version, begins, kind, types, priorities, days)
select 'IAA_' || priority, 1, date '2016-04-01', 'RESOLVED_WITHIN_TARGET', '{}', array[priority], 0
  from unnest(array['P1', 'P2', 'P3', 'P4']) priority;
insert into kpi_formula (kpi, version, begins, kind, types, priorities, days) values
    ('IAA_PI_OPEN_30', 1, date '2016-04-01', 'OPEN_OLDER_THAN', '{}', '{}', 30);

insert into kpi_weight (kpi, begins, points, source)
select code, date '2015-04-01', 10, 'Assumption: points are not published; equal for all'
  from kpi where family = 'imt' and kind = 'KPI' and code not in ('IMT_KPI_18', 'IMT_KPI_19');
insert into kpi_weight (kpi, begins, points, source) values
    ('IMT_KPI_09', date '2021-07-01', 0, 'Assumption: its points pass to its successors'),
    ('IMT_KPI_18', date '2021-07-01', 5, 'Assumption: half of the points of KPI 09'),
    ('IMT_KPI_19', date '2021-07-01', 5, 'Assumption: half of the points of KPI 09');

insert into rating_rule (version, begins, margin, source) values
    (1, date '2015-04-01', 10, 'Ratings of the Procurement Act 2023, in force since 24 February 2025 and shown for earlier'
     ' months to compare; that far below begins 10 percentage points past the minimum is an assumption');

-- November 2020 to October 2021, every colour as it is published.
insert into kpi_measurement (kpi, month, numerator, denominator, evidence, recorded_at, client, subject)
select code, month, coalesce(value[ordinality], value[1]), case code when 'IMT_KPI_05' then 1 else 10000 end,
       case when code = 'IMT_KPI_14' and month in (date '2021-03-01', date '2021-04-01')
            then report || ', Appendix B: this percentage; the counts behind it are not published'
            else report || ', Appendix B: only the colour is published, the value is an assumption' end,
       reported, 'published-report', 'published-report'
  from (select kpi.code, coalesce(published.value, array[9700]) as value
          from kpi
          left join (values
              ('IMT_KPI_05', array[3, 2, 4, 3, 3, 2, 3, 4, 3, 3, 4, 3]),
              ('IMT_KPI_09', array[9200, 9350, 9560, 9600, 9640, 9680, 9700, 9150]),
              ('IMT_KPI_12', array[9000, 9000, 9050, 9050, 9100, 9100, 9100, 9100, 9150, 9200, 9050, 8850]),
              ('IMT_KPI_14', array[9150, 9210, 9360, 9290, 8945, 8777, 9120, 9260, 9410, 9570, 9310, 8820])
          ) published (code, value) on published.code = kpi.code
         where kpi.family = 'imt' and kpi.code not in ('IMT_KPI_18', 'IMT_KPI_19', 'IMT_PI_01')) measured
 cross join (select cast(date '2020-11-01' + make_interval(months => number - 1) as date) as month, number as ordinality,
                    case when number <= 7 then 'Report of 1 July 2021' else 'Report of 16 December 2021' end as report,
                    case when number <= 7 then timestamptz '2021-07-01 09:00:00Z'
                         else timestamptz '2021-12-16 10:00:00Z' end as reported
               from generate_series(1, 12) number) months
 where code <> 'IMT_KPI_09' or month < date '2021-07-01';
insert into kpi_measurement (kpi, month, numerator, denominator, evidence, recorded_at, client, subject)
select code, month, value, 10000, 'Report of 16 December 2021, Appendix B: ' || told || '; the value is an assumption',
       timestamptz '2021-12-16 10:00:00Z', 'published-report', 'published-report'
  from (values ('IMT_KPI_18', 9600, 'met its final target from month one'),
               ('IMT_KPI_19', 9700, 'met its final target from month one'),
               ('IMT_PI_01', 600, 'consistently well within its target')) measured (code, value, told)
 cross join unnest(array[date '2021-07-01', date '2021-08-01', date '2021-09-01', date '2021-10-01']) month;
insert into kpi_measurement (kpi, month, numerator, denominator, evidence, recorded_at, client, subject) values
    ('IAA_BACKUP', date '2021-05-01', 99, 100,
     'Joint Committee, July 2021: 99 %; the counts are not published, and that May is meant is an assumption',
     timestamptz '2021-07-13 18:00:00Z', 'published-report', 'published-report');

-- Dated parts and measurements are facts.
do $$
declare fact text;
begin
    foreach fact in array array['kpi_stage', 'kpi_level', 'kpi_formula', 'kpi_weight', 'kpi_successor', 'rating_rule',
            'kpi_measurement'] loop
        execute format('create trigger %1$s_is_append_only before update or delete or truncate on %1$s'
            ' for each statement execute function refuse_change()', fact);
    end loop;
end $$;

-- Everybody with a scope reads what is public; the rest, and every change, is for who works for all partners.
do $$
declare
    register text;
    dated text;
begin
    foreach register in array array['kpi_family', 'kpi'] loop
        execute format('alter table %1$s enable row level security', register);
        execute format('alter table %1$s force row level security', register);
        execute format('create policy %1$s_audience on %1$s'
            ' using (current_setting(''jointdesk.scope'', true) = ''*'''
            '     or (current_setting(''jointdesk.scope'', true) <> '''' and audience = ''PUBLIC''))'
            ' with check (current_setting(''jointdesk.scope'', true) = ''*'')', register);
    end loop;
    foreach dated in array array['kpi_stage', 'kpi_level', 'kpi_formula', 'kpi_weight', 'kpi_successor',
            'kpi_measurement'] loop
        execute format('alter table %1$s enable row level security', dated);
        execute format('alter table %1$s force row level security', dated);
        execute format('create policy %1$s_audience on %1$s'
            ' using (exists (select 1 from kpi where kpi.code = %1$s.kpi))'
            ' with check (current_setting(''jointdesk.scope'', true) = ''*'')', dated);
    end loop;
end $$;

grant select, insert on kpi_family, kpi_stage, kpi_level, kpi_formula, kpi_weight, kpi_successor, kpi_measurement to ${app};
grant select on rating_rule to ${app};
grant select, insert, update on kpi to ${app};
