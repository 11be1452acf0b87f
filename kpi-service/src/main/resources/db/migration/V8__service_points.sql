-- How missed targets become service points and credits: dated data, never code. Kept to who works for all partners.

create table service_points_scheme (
    family            text not null references kpi_family,
    begins            date not null,
    repeat_multiplier integer not null check (repeat_multiplier between 1 and 10),
    cap_percent       numeric(5, 2) not null check (cap_percent between 0 and 100),
    source            text not null,
    ccn               text,
    primary key (family, begins)
);

create table service_points_band (
    family text not null,
    begins date not null,
    number integer not null,
    title  text not null,
    colour text check (colour in ('AMBER', 'RED')),
    above  numeric(12, 4),
    factor integer not null check (factor between 0 and 100),
    primary key (family, begins, number),
    foreign key (family, begins) references service_points_scheme,
    check (num_nonnulls(colour, above) = 1)
);
comment on column service_points_band.above is 'The shortfall past which the band begins, in the unit''s own points';

create table service_points_step (
    family  text not null,
    begins  date not null,
    points  integer not null check (points >= 0),
    percent numeric(5, 2) not null check (percent between 0 and 100),
    primary key (family, begins, points),
    foreign key (family, begins) references service_points_scheme
);

create table service_points_suspension (
    id          bigint generated always as identity primary key,
    family      text not null references kpi_family,
    begins      date not null,
    ends        date,
    reason      text not null check (reason <> ''),
    ccn         text,
    recorded_at timestamptz not null,
    client      text not null,
    subject     text not null,
    check (ends is null or ends >= begins)
);

insert into service_points_scheme (family, begins, repeat_multiplier, cap_percent, source) values
    ('imt', date '2015-04-01', 2, 10,
     'Assumption: the contract''s scheme is not published. Doubling for a repeat in the next month is that of the model'
     ' services agreement; points to per cent are those of a published call-off contract, and so is 10 % at risk.');
insert into service_points_band (family, begins, number, title, colour, factor) values
    ('imt', date '2015-04-01', 1, 'Minimum met, target missed', 'AMBER', 1),
    ('imt', date '2015-04-01', 2, 'Minimum missed', 'RED', 2);
insert into service_points_step (family, begins, points, percent)
select 'imt', date '2015-04-01', points, percent
  from (values (5, 0), (10, 2), (15, 4), (20, 6), (25, 8), (30, 10)) steps (points, percent);

do $$
declare kept text;
begin
    foreach kept in array array['service_points_scheme', 'service_points_band', 'service_points_step',
            'service_points_suspension'] loop
        execute format('create trigger %1$s_is_append_only before update or delete or truncate on %1$s'
            ' for each statement execute function refuse_change()', kept);
        execute format('alter table %1$s enable row level security', kept);
        execute format('alter table %1$s force row level security', kept);
        execute format('create policy %1$s_of_the_boards on %1$s'
            ' using (current_setting(''jointdesk.scope'', true) = ''*'')'
            ' with check (current_setting(''jointdesk.scope'', true) = ''*'')', kept);
        execute format('grant select, insert on %1$s to ${app}', kept);
    end loop;
end $$;
