-- The levels a compliance figure is judged against. Dated, so that a glide path or a new agreement changes nothing
-- that has been reported.
create table target (
    priority   text not null,
    valid_from date not null,
    valid_to   date,
    tsl        numeric(5, 2) not null check (tsl between 0 and 100),
    msl        numeric(5, 2) check (msl between 0 and tsl),
    source     text not null,
    primary key (priority, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);
comment on column target.tsl is 'Target service level in per cent: green from here up';
comment on column target.msl is 'Minimum service level in per cent: amber from here up, red below; without one only green or red';

insert into target (priority, valid_from, tsl, source) values
    ('P1', date '2015-04-01', 95, 'Inter-Authority Agreement: 95 % within 4 working hours'),
    ('P2', date '2015-04-01', 95, 'Inter-Authority Agreement: 95 % within 8 working hours'),
    ('P3', date '2015-04-01', 80, 'Inter-Authority Agreement: 80 % within 2 working days'),
    ('P4', date '2015-04-01', 80, 'Inter-Authority Agreement: 80 % within the catalogue item''s own target');

grant select on target to ${app};
