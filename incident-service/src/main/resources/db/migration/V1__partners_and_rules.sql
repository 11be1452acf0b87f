-- Reference data that every figure depends on: who is served, when the service works, what was agreed.
-- No row-level security here: the register and the agreements are known to every partner.

create table calendar (
    code    text primary key check (code ~ '^[A-Z][A-Z0-9-]{0,19}$'),
    zone    text not null,
    version bigint not null default 1
);

-- A version is a whole week, its special days and its holidays; the document is read by the service level.
create table calendar_version (
    calendar    text not null references calendar,
    valid_from  date not null,
    body        jsonb not null,
    recorded_at timestamptz not null default now(),
    recorded_by text not null,
    primary key (calendar, valid_from)
);

create table partner (
    code        text primary key check (code ~ '^[A-Z][A-Z0-9]{1,9}$' and code not in ('STS', 'ALL', 'UNATTRIBUTED')),
    name        text not null,
    kind        text not null check (kind in ('AUTHORITY', 'CUSTOMER', 'SUB_BODY')),
    parent      text references partner,
    host        boolean not null default false,
    member_from date not null,
    member_to   date,
    calendar    text not null references calendar,
    version     bigint not null default 1,
    check ((kind = 'SUB_BODY') = (parent is not null)),
    check (parent is distinct from code),
    check (member_to is null or member_to >= member_from)
);

create table agreement (
    code  text primary key check (code ~ '^[A-Z][A-Z0-9-]{0,19}$'),
    title text not null
);

create table agreement_version (
    agreement   text not null references agreement,
    version     integer not null,
    body        jsonb not null,
    recorded_at timestamptz not null default now(),
    recorded_by text not null,
    primary key (agreement, version)
);

-- Replicas keep the rules in memory; the stamp tells them, in one row read, that something has changed.
create table rule_stamp (
    one   boolean primary key default true check (one),
    stamp bigint not null
);
insert into rule_stamp (stamp) values (1);

create function stamp_rules() returns trigger language plpgsql as $$
begin
    update rule_stamp set stamp = stamp + 1;
    return null;
end $$;

create trigger partner_stamps after insert or update or delete on partner
    for each statement execute function stamp_rules();
create trigger calendar_stamps after insert or update or delete on calendar_version
    for each statement execute function stamp_rules();
create trigger agreement_stamps after insert or update or delete on agreement_version
    for each statement execute function stamp_rules();

-- Where events come from, and which client may say that it is this source.
-- partner: whose tickets these are when a row does not say.
create table intake_source (
    code    text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    client  text not null,
    partner text references partner
);

grant select, insert, update on calendar, partner to ${app};
grant select, insert on calendar_version, agreement, agreement_version to ${app};
grant select, update on rule_stamp to ${app};
grant select on intake_source to ${app};
