-- How costs are divided, in dated versions that are never edited.
create table apportionment_scheme (
    code  text primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
    title text not null
);

create table scheme_version (
    scheme         text        not null references apportionment_scheme,
    number         integer     not null check (number > 0),
    valid_from     date        not null,
    method         text        not null,
    remainder_rule text        not null default 'LARGEST_REMAINDER',
    source         text        not null,
    assumption     boolean     not null,
    recorded_at    timestamptz not null default now(),
    recorded_by    text        not null,
    primary key (scheme, number),
    unique (scheme, valid_from)
);
comment on column scheme_version.assumption is 'True while no published source gives these numbers';

-- Only a WEIGHTED mix of drivers has rows here.
create table scheme_driver (
    scheme text    not null,
    number integer not null,
    driver text    not null,
    weight numeric not null check (weight >= 0),
    primary key (scheme, number, driver),
    foreign key (scheme, number) references scheme_version
);

-- What each partner counts for is that partner's own business.
create table scheme_weight (
    partner text    not null,
    scheme  text    not null,
    number  integer not null,
    driver  text    not null default '',
    value   numeric not null check (value >= 0),
    primary key (partner, scheme, number, driver),
    foreign key (scheme, number) references scheme_version
);
comment on column scheme_weight.partner is 'A partner code, or UNATTRIBUTED for usage left out of the division';
comment on column scheme_weight.driver is 'Empty unless the version mixes drivers';

alter table scheme_weight enable row level security;
alter table scheme_weight force row level security;
create policy scheme_weight_scope on scheme_weight
    using (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

grant select, insert on apportionment_scheme, scheme_version, scheme_driver, scheme_weight to ${app};
