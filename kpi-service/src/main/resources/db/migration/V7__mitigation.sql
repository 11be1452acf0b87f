-- Relief from service points: who asked, for which KPI and which months, why, and what was decided. All of it is kept to
-- who works for all partners.

create table mitigation (
    id            uuid primary key,
    kpi           text not null references kpi,
    reason        text not null check (reason <> ''),
    dependency    text not null check (dependency <> ''),
    impact        text not null check (impact <> ''),
    path_to_green text not null check (path_to_green <> ''),
    problem       text,
    expires_on    date not null,
    requested_at  timestamptz not null,
    client        text not null,
    subject       text not null,
    unique (id, kpi)
);
create index mitigation_by_kpi on mitigation (kpi, requested_at);
comment on column mitigation.path_to_green is 'How the target will be met again, or N/A';
comment on column mitigation.expires_on is 'Last day on which the relief, or the request for it, stands';

create table mitigation_month (
    mitigation uuid not null,
    kpi        text not null,
    month      date not null check (extract(day from month) = 1),
    primary key (mitigation, month),
    foreign key (mitigation, kpi) references mitigation (id, kpi)
);

create table mitigation_decision (
    mitigation uuid not null references mitigation,
    number     integer not null check (number between 1 and 2),
    outcome    text not null check (outcome in ('AGREED', 'REJECTED', 'WITHDRAWN')),
    reason     text not null check (reason <> ''),
    decided_at timestamptz not null,
    client     text not null,
    subject    text not null,
    primary key (mitigation, number)
);

insert into mitigation (id, kpi, reason, dependency, impact, path_to_green, problem, expires_on, requested_at, client, subject)
values
    ('00000000-0000-4000-8000-000000000901', 'IMT_KPI_09',
     'Under the Covid-19 business continuity plan incidents (something does not work and must be fixed) came before requests'
     ' for service.',
     'Covid-19 business continuity plan of the council',
     'The supplier continued to deliver the service and put fixing faults before service requests.', 'N/A', null,
     date '2020-12-31', timestamptz '2020-12-31 12:00:00Z', 'published-report', 'published-report'),
    ('00000000-0000-4000-8000-000000001401', 'IMT_KPI_14',
     'Patches need a network connection to reach user devices. Most staff could not visit the offices, and once they could'
     ' connect from home a substantial backlog of downloads was to be completed while new patches kept coming.',
     'Remote access fault (AlwaysOnVPN)', 'The supplier continued to deliver the service, hampered by the connectivity issues.',
     'TSL 95 %, MSL 90 %. It fell below the minimum in March and April; marked improvement in May.', 'AlwaysOnVPN',
     date '2021-05-31', timestamptz '2021-05-31 12:00:00Z', 'published-report', 'published-report'),
    ('00000000-0000-4000-8000-000000000902', 'IMT_KPI_09',
     'Preparing for the new KPIs, a considerable number of older service requests was closed, so that the whole backlog was'
     ' measured in one month.',
     'Start of KPI 18 and KPI 19', 'The supplier continued to deliver the service and put fixing faults before service requests.',
     'N/A: replaced from July; the replacements have been green from the start.', null,
     date '2021-06-30', timestamptz '2021-06-30 12:00:00Z', 'published-report', 'published-report'),
    ('00000000-0000-4000-8000-000000001402', 'IMT_KPI_14',
     'As before; with modern device management patches will be installed in another way, which makes this KPI obsolete.',
     'Remote access fault (AlwaysOnVPN); roll-out of modern device management',
     'Devices that are not yet under modern device management continue to be patched.',
     'Above the minimum in June and July; green again in August.', 'AlwaysOnVPN',
     date '2021-07-31', timestamptz '2021-07-31 12:00:00Z', 'published-report', 'published-report'),
    ('00000000-0000-4000-8000-000000001403', 'IMT_KPI_14',
     'Patching was halted on Tuesday 19 October because the latest patch made explorer.exe crash. That the relief that the'
     ' report counts in September is this KPI''s is an assumption: the report names none.',
     'Faulty operating system update of the software maker',
     'Devices that are not yet under modern device management continue to be patched without the faulty patch.',
     'The software maker has announced a fix for November; the supplier is to formalise the retirement of this KPI.', null,
     date '2021-10-31', timestamptz '2021-10-31 12:00:00Z', 'published-report', 'published-report');

insert into mitigation_month (mitigation, kpi, month)
select cast(id as uuid), kpi, cast(month as date)
  from (values
      ('00000000-0000-4000-8000-000000000901', 'IMT_KPI_09', array['2020-11-01', '2020-12-01']),
      ('00000000-0000-4000-8000-000000001401', 'IMT_KPI_14', array['2020-11-01', '2020-12-01', '2021-01-01', '2021-02-01',
          '2021-03-01', '2021-04-01', '2021-05-01']),
      ('00000000-0000-4000-8000-000000000902', 'IMT_KPI_09', array['2021-06-01']),
      ('00000000-0000-4000-8000-000000001402', 'IMT_KPI_14', array['2021-06-01', '2021-07-01']),
      ('00000000-0000-4000-8000-000000001403', 'IMT_KPI_14', array['2021-09-01', '2021-10-01'])
  ) asked (id, kpi, months) cross join unnest(months) month;

insert into mitigation_decision (mitigation, number, outcome, reason, decided_at, client, subject)
select id, 1, 'AGREED', 'Agreed by the council, as its report says', requested_at, 'published-council', 'published-council'
  from mitigation;

do $$
declare kept text;
begin
    foreach kept in array array['mitigation', 'mitigation_month', 'mitigation_decision'] loop
        execute format('create trigger %1$s_is_append_only before update or delete or truncate on %1$s'
            ' for each statement execute function refuse_change()', kept);
        execute format('alter table %1$s enable row level security', kept);
        execute format('alter table %1$s force row level security', kept);
        execute format('create policy %1$s_of_the_boards on %1$s'
            ' using (current_setting(''jointdesk.scope'', true) = ''*'')'
            ' with check (current_setting(''jointdesk.scope'', true) = ''*'')', kept);
    end loop;
end $$;

grant select, insert on mitigation, mitigation_month, mitigation_decision to ${app};
