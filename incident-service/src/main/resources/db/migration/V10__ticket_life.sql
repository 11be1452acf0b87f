-- Whose queue a ticket is in. Known to every partner, like the other registers.
create table queue (
    code         text primary key check (code ~ '^[A-Z][A-Z0-9-]{1,39}$'),
    name         text not null,
    -- STS for the shared service, else the partner whose own team it is.
    organisation text not null,
    active_from  date not null,
    active_to    date,
    version      bigint not null default 1,
    check (active_to is null or active_to >= active_from)
);
create unique index queue_name on queue (organisation, lower(name));
create trigger queue_stamps after insert or update or delete on queue
    for each statement execute function stamp_rules();
grant select, insert, update on queue to ${app};

-- The shared service's own teams.
insert into queue (code, name, organisation, active_from) values
    ('STS-SERVICE-DESK', 'Service Desk', 'STS', '2016-04-01'),
    ('STS-DESKTOP', 'Desktop Support', 'STS', '2016-04-01'),
    ('STS-NETWORK', 'Network', 'STS', '2016-04-01'),
    ('STS-SERVER-STORAGE', 'Server and Storage', 'STS', '2016-04-01'),
    ('STS-TELEPHONY', 'Telephony', 'STS', '2016-04-01'),
    ('STS-IDENTITY', 'Identity', 'STS', '2016-04-01');
-- Board pack Feb 2019: "applications teams in Brent, Lewisham and Southwark". Each council's own teams; the agreement
-- leaves them out by their names.
insert into queue (code, name, organisation, active_from)
    select p.code || '-APPS-' || t.code, 'Application team ' || t.name, p.code, p.member_from
    from partner p
    cross join (values ('HOUSING', 'Housing'), ('REVENUES', 'Revenues and Benefits'), ('SOCIAL-CARE', 'Social Care'),
        ('PLANNING', 'Planning')) as t(code, name)
    where p.code in ('LBB', 'LBL', 'LBS');

-- What councils work with.
create table business_service (
    code     text primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
    name     text not null,
    supplier text,
    version  bigint not null default 1
);
create table business_service_critical (
    service       text not null references business_service,
    partner       text not null references partner,
    critical_from date not null,
    critical_to   date,
    primary key (service, partner, critical_from),
    check (critical_to is null or critical_to >= critical_from)
);

-- Names as the board papers give them: major incidents 101 to 112, achievements and severity definitions of Feb 2019.
insert into business_service (code, name, supplier) values
    ('EMAIL', 'Email', null),
    ('INTERNET', 'Internet access', null),
    ('PAYROLL', 'Payroll', null),
    ('LEGAL', 'Legal', null),
    ('SAFEGUARDING', 'Safeguarding', null),
    ('TELEPHONY', '8x8 telephony', '8x8'),
    ('CONTACT-CENTRE', 'Virtual contact centre', null),
    ('REMOTE-ACCESS', 'Remote access', 'Freja'),
    ('WEB-PROXY', 'Web proxy', 'Forcepoint'),
    ('BRENT-CROYDON-LINK', 'Resilient link between Brent and Croydon', 'BT'),
    ('CITRIX', 'Citrix', 'Citrix'),
    ('STORAGE', 'Compellent storage', 'Compellent');
-- The definition of a P1 names these: email and internet access, payroll, legal requirements, safeguarding.
insert into business_service_critical (service, partner, critical_from)
    select s.code, p.code, p.member_from
    from business_service s cross join partner p
    where s.code in ('EMAIL', 'INTERNET', 'PAYROLL', 'LEGAL', 'SAFEGUARDING') and p.code in ('LBB', 'LBL', 'LBS');

alter table business_service_critical enable row level security;
alter table business_service_critical force row level security;
create policy business_service_critical_scope on business_service_critical
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*');
grant select, insert, update on business_service to ${app};
grant select, insert, delete on business_service_critical to ${app};

-- What the desk knows of a ticket beside its state.
alter table ticket add column service text;
alter table ticket add column assignee text;
create index ticket_merged_into on ticket (merged_into) where merged_into is not null;
create index ticket_untriaged on ticket (ordered_at desc, reference desc)
    where status = 'NEW' and (category is null or queue is null);

-- How long somebody worked, when the note says so.
alter table note add column minutes integer check (minutes between 1 and 10000);

-- Tickets that have to do with each other. Who may not see both does not see that they have.
create table ticket_link (
    id          uuid primary key,
    kind        text not null check (kind in ('DUPLICATE_OF', 'CHILD_OF', 'CAUSED_BY', 'SPLIT_FROM')),
    ticket      text not null references ticket,
    other       text not null references ticket,
    added_at    timestamptz not null,
    added_by    text not null,
    removed_at  timestamptz,
    removed_by  text,
    version     bigint not null default 1,
    check (ticket <> other)
);
create unique index ticket_link_once on ticket_link (kind, ticket, other) where removed_at is null;
create unique index ticket_link_one_parent on ticket_link (ticket) where kind = 'CHILD_OF' and removed_at is null;
create index ticket_link_other on ticket_link (other);

alter table ticket_link enable row level security;
alter table ticket_link force row level security;
create policy ticket_link_scope on ticket_link
    using (exists (select from ticket t where t.reference = ticket_link.ticket)
        and exists (select from ticket t where t.reference = ticket_link.other))
    with check (exists (select from ticket t where t.reference = ticket_link.ticket)
        and exists (select from ticket t where t.reference = ticket_link.other));
grant select, insert, update on ticket_link to ${app};

-- Who wants to hear of a ticket.
create table ticket_watcher (
    ticket   text not null references ticket,
    watcher  text not null,
    -- The partner that watches; it stops when the ticket is handed on. Null for the desk.
    partner  text references partner,
    added_at timestamptz not null,
    added_by text not null,
    version  bigint not null default 1,
    primary key (ticket, watcher)
);
alter table ticket_watcher enable row level security;
alter table ticket_watcher force row level security;
create policy ticket_watcher_scope on ticket_watcher
    using (exists (select from ticket t where t.reference = ticket_watcher.ticket))
    with check (exists (select from ticket t where t.reference = ticket_watcher.ticket));
grant select, insert, delete on ticket_watcher to ${app};
