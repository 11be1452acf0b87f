-- Problems and major incidents.

-- A problem or a major incident concerns several partners at once: each of them reads it, and who writes to it writes for
-- all of them. One count for all councils, as in the board pack of February 2019, where councils read MIR101 to MIR112.
create sequence problem_number start 3;
create sequence major_incident_number start 113;

create table problem (
    reference         text primary key,
    number            bigint not null unique,
    title             text not null,
    description       text,
    status            text not null check (status in ('OPEN', 'INVESTIGATING', 'RESOLVED', 'CLOSED')),
    root_cause        text,
    workaround        text,
    known_error       boolean not null default false,
    known_error_since date,
    partners          text[] not null,
    -- The document it was taken from, of a problem that was not opened here.
    recorded_from     text,
    opened_at         timestamptz,
    opened_by         text not null,
    version           bigint not null default 1,
    check (known_error or known_error_since is null)
);

create table problem_ticket (
    problem   text not null references problem,
    ticket    text not null references ticket,
    linked_at timestamptz not null,
    linked_by text not null,
    primary key (problem, ticket)
);
create index problem_ticket_by_ticket on problem_ticket (ticket);

create table major_incident (
    reference          text primary key,
    number             bigint not null unique,
    title              text not null,
    description        text,
    -- Null of what is only known from the pack, which does not say how it went.
    status             text check (status in
        ('DECLARED', 'INVESTIGATING', 'MITIGATED', 'RESOLVED', 'REVIEWED', 'CLOSED')),
    priority           text check (priority in ('P1', 'P2')),
    criterion          text check (criterion in ('SEVERAL_COUNCILS', 'SEVERAL_P1', 'P1_NEAR_TARGET')),
    cause_class        text check (cause_class in
        ('SUPPLIER', 'EXTERNAL_ATTACK', 'CHANGE', 'CAPACITY', 'SECURITY', 'OTHER')),
    cause              text,
    partners           text[] not null check (partners <> '{}'),
    services           text[] not null,
    incident_manager   text,
    communications_lead text,
    technical_lead     text,
    problem            text references problem,
    -- Minutes between two updates, per audience that was promised some.
    cadence            jsonb not null default '{}',
    declared_at        timestamptz,
    declared_by        text not null,
    resolved_at        timestamptz,
    review_held_on     date,
    review_summary     text,
    recorded_from      text,
    version            bigint not null default 1,
    check ((status is null) = (declared_at is null))
);

create table major_incident_ticket (
    major_incident text not null references major_incident,
    ticket         text not null references ticket,
    role           text not null check (role in ('PARENT', 'CHILD')),
    linked_at      timestamptz not null,
    linked_by      text not null,
    primary key (major_incident, ticket)
);
create index major_incident_ticket_by_ticket on major_incident_ticket (ticket);
create unique index major_incident_parent on major_incident_ticket (major_incident) where role = 'PARENT';

-- What happened and what was said, in order; what concerns one council's ticket is that council's to read.
create table major_incident_entry (
    id             uuid primary key,
    major_incident text not null references major_incident,
    at             timestamptz not null,
    kind           text not null,
    partner        text,
    internal       boolean not null,
    audience       text,
    channel        text,
    told_by        text not null,
    text           text
);
create index major_incident_entry_order on major_incident_entry (major_incident, at, id);
create trigger major_incident_entry_is_append_only before update or delete or truncate on major_incident_entry
    for each statement execute function refuse_change();

create table major_incident_action (
    id             uuid primary key,
    major_incident text not null references major_incident,
    text           text not null,
    owner_role     text not null,
    due            date not null,
    done_on        date,
    version        bigint not null default 1
);
create index major_incident_action_order on major_incident_action (major_incident, due, id);

-- Candidates are looked for among the open P1 and P2 only, however many tickets there are.
create index ticket_open_serious on ticket (logged_at)
    where priority in ('P1', 'P2') and status not in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED');

alter table problem enable row level security;
alter table problem force row level security;
create policy problem_read on problem for select
    using (current_setting('jointdesk.scope', true) = '*'
        or partners && string_to_array(current_setting('jointdesk.scope', true), ','));
create policy problem_open on problem for insert
    with check (current_setting('jointdesk.scope', true) = '*'
        or (partners <> '{}' and partners <@ string_to_array(current_setting('jointdesk.scope', true), ',')));
create policy problem_change on problem for update
    using (current_setting('jointdesk.scope', true) = '*'
        or (partners <> '{}' and partners <@ string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or (partners <> '{}' and partners <@ string_to_array(current_setting('jointdesk.scope', true), ',')));

alter table problem_ticket enable row level security;
alter table problem_ticket force row level security;
create policy problem_ticket_scope on problem_ticket
    using (current_setting('jointdesk.scope', true) = '*'
        or (exists (select from ticket t where t.reference = problem_ticket.ticket)
            and exists (select from problem p where p.reference = problem_ticket.problem)))
    with check (current_setting('jointdesk.scope', true) = '*'
        or (exists (select from ticket t where t.reference = problem_ticket.ticket)
            and exists (select from problem p where p.reference = problem_ticket.problem)));

alter table major_incident enable row level security;
alter table major_incident force row level security;
create policy major_incident_read on major_incident for select
    using (current_setting('jointdesk.scope', true) = '*'
        or partners && string_to_array(current_setting('jointdesk.scope', true), ','));
create policy major_incident_declare on major_incident for insert
    with check (current_setting('jointdesk.scope', true) = '*'
        or partners <@ string_to_array(current_setting('jointdesk.scope', true), ','));
create policy major_incident_change on major_incident for update
    using (current_setting('jointdesk.scope', true) = '*'
        or partners <@ string_to_array(current_setting('jointdesk.scope', true), ','))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partners <@ string_to_array(current_setting('jointdesk.scope', true), ','));

alter table major_incident_ticket enable row level security;
alter table major_incident_ticket force row level security;
create policy major_incident_ticket_scope on major_incident_ticket
    using (current_setting('jointdesk.scope', true) = '*'
        or (exists (select from ticket t where t.reference = major_incident_ticket.ticket)
            and exists (select from major_incident m where m.reference = major_incident_ticket.major_incident)))
    with check (current_setting('jointdesk.scope', true) = '*'
        or (exists (select from ticket t where t.reference = major_incident_ticket.ticket)
            and exists (select from major_incident m where m.reference = major_incident_ticket.major_incident)));

alter table major_incident_entry enable row level security;
alter table major_incident_entry force row level security;
create policy major_incident_entry_read on major_incident_entry for select
    using (current_setting('jointdesk.scope', true) = '*'
        or ((partner is null or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
            and exists (select from major_incident m where m.reference = major_incident_entry.major_incident)));
create policy major_incident_entry_write on major_incident_entry for insert
    with check (current_setting('jointdesk.scope', true) = '*'
        or exists (select from major_incident m where m.reference = major_incident_entry.major_incident));

alter table major_incident_action enable row level security;
alter table major_incident_action force row level security;
create policy major_incident_action_scope on major_incident_action
    using (current_setting('jointdesk.scope', true) = '*'
        or exists (select from major_incident m where m.reference = major_incident_action.major_incident))
    with check (current_setting('jointdesk.scope', true) = '*'
        or exists (select from major_incident m where m.reference = major_incident_action.major_incident));

grant usage on sequence problem_number, major_incident_number to ${app};
grant select, insert, update on problem, major_incident, major_incident_action to ${app};
grant select, insert, delete on problem_ticket, major_incident_ticket to ${app};
grant select, insert on major_incident_entry to ${app};

-- Row-level security holds for the owner too: the seeds are written as somebody who sees everybody.
set local jointdesk.scope = '*';

-- Shared ICT Services Joint Committee board pack, February 2019, "Summary of Major Incidents": reference, councils,
-- description and cause as printed. The pack dates none of them and says nothing of their course, so that stays unknown.
-- That MIR109 and MIR112 are one problem is ours to say: same councils, same description, same cause.
insert into problem (reference, number, title, status, root_cause, partners, recorded_from, opened_by) values
    ('PRB-0001', 1, 'Remote access unavailable', 'OPEN', 'Freja security problem', '{LBB,LBL}',
     'Shared ICT Services Joint Committee board pack, February 2019', 'seed');

-- Lincolnshire County Council, IMT and Serco reports of 1 July and 16 December 2021: a fault with several contributory
-- factors and no single root cause. It concerned none of our partners; who sees everybody's reads it.
insert into problem (reference, number, title, description, status, known_error, partners, recorded_from, opened_by) values
    ('PRB-0002', 2, 'AlwaysOnVPN remote access fault',
     'Long running fault condition with remote access (AlwaysOnVPN), not entirely eliminated. A number of contributory factors rather than a single root cause, many of them addressed; still several tickets every day. In December 2021 a supplier patch was expected within weeks.',
     'INVESTIGATING', true, '{}',
     'Lincolnshire County Council, Overview and Scrutiny Management Board, 1 July and 16 December 2021', 'seed');

insert into major_incident (reference, number, title, cause_class, cause, partners, services, problem, recorded_from,
    declared_by)
select pack.reference, pack.number, pack.title, pack.cause_class, pack.cause, pack.partners, pack.services, pack.problem,
    'Shared ICT Services Joint Committee board pack, February 2019', 'seed'
from (values
    ('MIR101', 101, '8*8 telephony issues', 'SUPPLIER', 'Supplier issues', '{LBS}'::text[], '{8x8 telephony}'::text[], null),
    ('MIR102', 102, 'DDOS attack', 'EXTERNAL_ATTACK', 'External attack', '{LBS}', '{}', null),
    ('MIR103', 103, '8*8 telephony issues', 'SUPPLIER', 'Supplier issues - data out of sync', '{LBB}', '{8x8 telephony}', null),
    ('MIR104', 104, 'Internet link', 'SUPPLIER', 'Supplier issues - broken fibre', '{LBS}', '{Internet link}', null),
    ('MIR105', 105, 'DDOS attack', 'EXTERNAL_ATTACK', 'External attack', '{LBB}', '{}', null),
    ('MIR109', 109, 'Remote access unavailable', 'SECURITY', 'Freja security problem', '{LBB,LBL}', '{Remote access}', 'PRB-0001'),
    ('MIR112', 112, 'Remote access unavailable', 'SECURITY', 'Freja security problem', '{LBB,LBL}', '{Remote access}', 'PRB-0001'))
    as pack (reference, number, title, cause_class, cause, partners, services, problem);

reset jointdesk.scope;
