-- Who shares in the cost, and the years it falls in. Both are registers everybody in the service may read.
create table funding_partner (
    code        text   primary key check (code ~ '^[A-Z0-9]{2,16}$' and code not in ('ALL', 'OTHERS', 'UNATTRIBUTED')),
    name        text   not null,
    parent      text   references funding_partner,
    member_from date   not null,
    member_to   date,
    source      text   not null,
    version     bigint not null default 1,
    check (parent <> code),
    check (member_to >= member_from)
);
comment on table funding_partner is 'Partners that share in the cost, by date; a sub-body is billed to its parent';
comment on column funding_partner.member_to is 'Last day of membership, or null while it lasts';

create table financial_year (
    code      text primary key,
    starts_on date not null unique,
    ends_on   date not null
);
comment on table financial_year is '1 April to 31 March, written 2020-21';

grant select, insert, update on funding_partner to ${app};
grant select, insert on financial_year to ${app};
