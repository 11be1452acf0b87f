-- One budget a year; its lines are the cost pools that schemes divide. Amounts are whole pence.
create table budget (
    financial_year text    primary key references financial_year,
    title          text    not null,
    source         text    not null,
    assumption     boolean not null
);

create table budget_line (
    financial_year text    not null references budget,
    code           text    not null check (code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
    title          text    not null,
    kind           text    not null check (kind in ('BASE', 'COVID', 'PROJECT', 'CAPITAL', 'NON_SHARED')),
    amount_pence   bigint  not null,
    scheme         text    references apportionment_scheme,
    source         text    not null,
    assumption     boolean not null,
    version        bigint  not null default 1,
    primary key (financial_year, code),
    check (scheme is not null or amount_pence = 0)
);
comment on column budget_line.scheme is 'Null only for a line whose costs are all charged to named partners';

create table forecast (
    financial_year text     not null,
    line           text     not null,
    amount_pence   bigint   not null,
    based_from     smallint not null check (based_from between 1 and 12),
    based_to       smallint not null check (based_to between based_from and 12),
    cause          text     not null,
    source         text     not null,
    primary key (financial_year, line, based_to),
    foreign key (financial_year, line) references budget_line
);
comment on table forecast is 'Expected outturn of a line, and the periods it was read from';

grant select, insert, update on budget_line to ${app};
grant select, insert on budget, forecast to ${app};
