-- Names, addresses and identifiers on bills are a register that the finance officer keeps. What is written down is never
-- edited: a change is another version, from a day on, and a bill remembers the versions it was printed with.
create table billing_party_version (
    partner         text        not null references billing_party,
    version         integer     not null check (version > 0),
    valid_from      date        not null,
    legal_name      text        not null,
    street          text,
    district        text,
    city            text,
    postcode        text,
    country         text        not null,
    vat_number      text,
    endpoint_scheme text        not null,
    endpoint        text        not null,
    source          text        not null,
    assumption      boolean     not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    primary key (partner, version),
    check (num_nulls(street, city, postcode) in (0, 3))
);
comment on table billing_party_version is 'A council as bills name it; a version is never edited';
comment on column billing_party_version.street is 'Null only for what was written down before addresses were kept';

insert into billing_party_version (partner, version, valid_from, legal_name, country, endpoint_scheme, endpoint, source,
                                   assumption, recorded_at, recorded_by)
select b.partner, 1, p.member_from, b.legal_name, b.country, b.endpoint_scheme, b.endpoint, b.source, b.assumption, now(),
       'seed'
  from billing_party b join funding_partner p on p.code = b.partner;

insert into billing_party_version (partner, version, valid_from, legal_name, street, city, postcode, country,
                                   endpoint_scheme, endpoint, source, assumption, recorded_at, recorded_by)
select v.partner, 2, v.valid_from, v.legal_name, known.street, known.city, known.postcode, v.country, v.endpoint_scheme,
       v.endpoint, 'Address assumed; to be checked before a bill goes out. ' || v.source, true, now(), 'seed'
  from billing_party_version v
  join (values ('LBB', 'Brent Civic Centre, Engineers Way', 'Wembley', 'HA9 0FJ'),
               ('LBL', 'Laurence House, 1 Catford Road', 'London', 'SE6 4RU'),
               ('LBS', '160 Tooley Street', 'London', 'SE1 2QH'),
               ('LGA', '18 Smith Square', 'London', 'SW1P 3HZ')) as known (partner, street, city, postcode)
    on known.partner = v.partner;
create trigger billing_party_version_append_only before update or delete or truncate on billing_party_version
    for each statement execute function facts_are_never_edited();

alter table billing_party
    drop column legal_name, drop column endpoint_scheme, drop column endpoint, drop column country, drop column source,
    drop column assumption;
comment on table billing_party is 'Who bills are from and to; its names and addresses are in billing_party_version';
revoke update on billing_party from ${app};
grant select, insert on billing_party_version to ${app};

-- The version that bills of a day carry: of the latest day it holds from, the one written down last.
create function billing_party_on(of_partner text, day date) returns integer
    language sql stable
begin atomic
    select version from billing_party_version
     where partner = of_partner and valid_from <= day
     order by valid_from desc, version desc limit 1;
end;

alter table bill_issue
    add column to_version   integer,
    add column from_partner text,
    add column from_version integer,
    add foreign key (partner, to_version) references billing_party_version,
    add foreign key (from_partner, from_version) references billing_party_version;
comment on column bill_issue.to_version is
    'How the bill names its partner; null when nothing was written down yet, and then it is the first version';
comment on column bill_issue.from_partner is 'The council that billed';

-- Bills so far were printed with what stands in the first versions.
select set_config('jointdesk.scope', '*', true);
alter table bill_issue disable trigger bill_issue_append_only;
update bill_issue
   set to_version = (select 1 from billing_party_version v where v.partner = bill_issue.partner and v.version = 1),
       from_partner = (select partner from billing_party where host),
       from_version = 1;
alter table bill_issue enable trigger bill_issue_append_only;
