-- What partners can ask for, and what is done when they do. Oxford's review of January 2018 describes the shape: a
-- request starts tasks that go straight to their teams, in parallel, and are escalated when nobody acts.

create table catalogue_item (
    code            text primary key check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
    title           text not null,
    description     text,
    category        text,
    queue           text,
    standard_change boolean not null,
    approval_role   text check (approval_role in ('borough-client', 'service-desk', 'incident-manager')),
    form            jsonb not null,
    tasks           jsonb not null,
    version         bigint not null default 1,
    -- A standard change is approved in advance; that is what makes it one.
    check (not standard_change or approval_role is null)
);

create table catalogue_offer (
    item       text not null references catalogue_item,
    partner    text not null references partner,
    valid_from date not null,
    valid_to   date,
    primary key (item, partner, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);

create table catalogue_request (
    ticket        text primary key references ticket,
    item          text not null references catalogue_item,
    form          jsonb not null,
    approval_role text,
    decision      text check (decision in ('PENDING', 'APPROVED', 'REJECTED')),
    decided_at    timestamptz,
    decided_by    text,
    reason        text,
    check ((approval_role is null) = (decision is null))
);

create table fulfilment_task (
    id                     uuid primary key,
    ticket                 text not null references ticket,
    position               integer not null,
    code                   text not null,
    title                  text not null,
    queue                  text not null,
    depends_on             text[] not null,
    state                  text not null check (state in ('WAITING', 'READY', 'STARTED', 'DONE')),
    escalate_after_minutes integer,
    ready_at               timestamptz,
    started_at             timestamptz,
    done_at                timestamptz,
    escalates_at           timestamptz,
    escalated_at           timestamptz,
    version                bigint not null default 1,
    unique (ticket, code)
);
create index fulfilment_task_escalation on fulfilment_task (escalates_at)
    where state = 'READY' and escalated_at is null and escalates_at is not null;
create index fulfilment_task_queue on fulfilment_task (queue, ready_at, id) where state in ('READY', 'STARTED');

-- Whom an item is offered to is between the service and that partner; an item offered to nobody one may see is not there.
alter table catalogue_offer enable row level security;
alter table catalogue_offer force row level security;
create policy catalogue_offer_read on catalogue_offer for select
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));
create policy catalogue_offer_write on catalogue_offer for insert
    with check (current_setting('jointdesk.scope', true) = '*');
create policy catalogue_offer_drop on catalogue_offer for delete
    using (current_setting('jointdesk.scope', true) = '*');

alter table catalogue_item enable row level security;
alter table catalogue_item force row level security;
create policy catalogue_item_read on catalogue_item for select
    using (current_setting('jointdesk.scope', true) = '*'
        or exists (select from catalogue_offer o where o.item = catalogue_item.code));
create policy catalogue_item_add on catalogue_item for insert
    with check (current_setting('jointdesk.scope', true) = '*');
create policy catalogue_item_change on catalogue_item for update
    using (current_setting('jointdesk.scope', true) = '*');

-- A request and its tasks go with their ticket, also when it is handed on.
alter table catalogue_request enable row level security;
alter table catalogue_request force row level security;
create policy catalogue_request_scope on catalogue_request
    using (exists (select from ticket t where t.reference = catalogue_request.ticket))
    with check (exists (select from ticket t where t.reference = catalogue_request.ticket));

alter table fulfilment_task enable row level security;
alter table fulfilment_task force row level security;
create policy fulfilment_task_scope on fulfilment_task
    using (exists (select from ticket t where t.reference = fulfilment_task.ticket))
    with check (exists (select from ticket t where t.reference = fulfilment_task.ticket));

grant select, insert, update on catalogue_item to ${app};
grant select, insert, delete on catalogue_offer to ${app};
grant select, insert on catalogue_request to ${app};
grant update (decision, decided_at, decided_by, reason) on catalogue_request to ${app};
grant select, insert on fulfilment_task to ${app};
grant update (queue, state, ready_at, started_at, done_at, escalates_at, escalated_at, version)
    on fulfilment_task to ${app};

-- The seed is written by the owner of the tables, whom row-level security holds too.
select set_config('jointdesk.scope', '*', true);

-- The eight items for which the Inter Authority Agreement (V4) has a target. Forms and tasks are those such requests
-- have anywhere; the agreement says nothing about them.
insert into catalogue_item (code, title, description, category, queue, standard_change, approval_role, form, tasks) values
('new-starter-account', 'Account for a new starter', 'Sign-in, mailbox and group membership for somebody who begins.',
 'Accounts/New starter', 'Service Desk', false, 'borough-client',
 '{"type": "object", "required": ["startDate", "department"], "additionalProperties": false, "properties": {
   "startDate": {"type": "string", "format": "date"}, "department": {"type": "string", "minLength": 1, "maxLength": 200},
   "likeUser": {"type": "string", "maxLength": 200}}}',
 '[{"code": "account", "title": "Create the account", "queue": "Service Desk", "dependsOn": [], "escalateAfterMinutes": 240},
   {"code": "mailbox", "title": "Create the mailbox", "queue": "Messaging", "dependsOn": ["account"], "escalateAfterMinutes": 240},
   {"code": "groups", "title": "Add to the department''s groups", "queue": "Service Desk", "dependsOn": ["account"], "escalateAfterMinutes": 240}]'),
('mailbox-access', 'Access to a shared mailbox', 'Read or send as a shared mailbox.', 'Messaging/Shared mailbox', 'Messaging',
 true, null,
 '{"type": "object", "required": ["mailbox", "access"], "additionalProperties": false, "properties": {
   "mailbox": {"type": "string", "minLength": 1, "maxLength": 200}, "access": {"enum": ["READ", "READ_AND_SEND"]}}}',
 '[{"code": "grant", "title": "Grant the access", "queue": "Messaging", "dependsOn": [], "escalateAfterMinutes": 240}]'),
('file-share-access', 'Access to a file share', 'Read or write a folder on a file share.', 'Storage/Access', 'Service Desk',
 false, 'borough-client',
 '{"type": "object", "required": ["path", "access"], "additionalProperties": false, "properties": {
   "path": {"type": "string", "minLength": 1, "maxLength": 500}, "access": {"enum": ["READ", "WRITE"]}}}',
 '[{"code": "grant", "title": "Grant the access", "queue": "Service Desk", "dependsOn": [], "escalateAfterMinutes": 240}]'),
('vpn-token', 'Token for remote access', 'A token for the virtual private network.', 'Network/VPN', 'Networks', false, null,
 '{"type": "object", "required": ["device"], "additionalProperties": false, "properties": {
   "device": {"enum": ["HARDWARE_TOKEN", "PHONE_APP"]}}}',
 '[{"code": "issue", "title": "Issue the token", "queue": "Networks", "dependsOn": [], "escalateAfterMinutes": 480},
   {"code": "enable", "title": "Enable remote access for the account", "queue": "Service Desk", "dependsOn": [], "escalateAfterMinutes": 480}]'),
('software-install', 'Software installation', 'Installation of a packaged application.', 'Software/Installation',
 'Desktop Support', true, null,
 '{"type": "object", "required": ["software", "device"], "additionalProperties": false, "properties": {
   "software": {"type": "string", "minLength": 1, "maxLength": 200}, "device": {"type": "string", "minLength": 1, "maxLength": 100}}}',
 '[{"code": "licence", "title": "Assign a licence", "queue": "Service Desk", "dependsOn": [], "escalateAfterMinutes": 600},
   {"code": "deploy", "title": "Deploy the package", "queue": "Desktop Support", "dependsOn": ["licence"], "escalateAfterMinutes": 600}]'),
('mobile-phone', 'Mobile phone', 'A phone with a contract, enrolled in device management.', 'Telephony/Mobile', 'Telephony',
 false, 'borough-client',
 '{"type": "object", "required": ["costCentre"], "additionalProperties": false, "properties": {
   "costCentre": {"type": "string", "pattern": "^[A-Z0-9]{3,12}$"}, "dataAllowance": {"enum": ["STANDARD", "HIGH"]}}}',
 '[{"code": "contract", "title": "Open the contract", "queue": "Telephony", "dependsOn": [], "escalateAfterMinutes": 600},
   {"code": "handset", "title": "Prepare the handset", "queue": "Desktop Support", "dependsOn": [], "escalateAfterMinutes": 600},
   {"code": "enrol", "title": "Enrol in device management", "queue": "Desktop Support", "dependsOn": ["contract", "handset"], "escalateAfterMinutes": 600}]'),
('desk-move', 'Desk move', 'Equipment and telephone of a workplace moved to another one.', 'Workplace/Move', 'Desktop Support',
 false, null,
 '{"type": "object", "required": ["from", "to", "on"], "additionalProperties": false, "properties": {
   "from": {"type": "string", "minLength": 1, "maxLength": 100}, "to": {"type": "string", "minLength": 1, "maxLength": 100},
   "on": {"type": "string", "format": "date"}}}',
 '[{"code": "network", "title": "Patch the network point", "queue": "Networks", "dependsOn": [], "escalateAfterMinutes": 600},
   {"code": "phone", "title": "Move the extension", "queue": "Telephony", "dependsOn": [], "escalateAfterMinutes": 600},
   {"code": "equipment", "title": "Move the equipment", "queue": "Desktop Support", "dependsOn": ["network"], "escalateAfterMinutes": 600}]'),
('laptop-request', 'Laptop', 'A laptop of the standard model.', 'Hardware/Laptop', 'Desktop Support', false, 'borough-client',
 '{"type": "object", "required": ["costCentre", "model"], "additionalProperties": false, "properties": {
   "costCentre": {"type": "string", "pattern": "^[A-Z0-9]{3,12}$"}, "model": {"enum": ["STANDARD", "LARGE_SCREEN"]},
   "accessories": {"type": "array", "maxItems": 10, "items": {"enum": ["DOCK", "MOUSE", "HEADSET", "BAG"]}}}}',
 '[{"code": "order", "title": "Order or take from stock", "queue": "Desktop Support", "dependsOn": [], "escalateAfterMinutes": 600},
   {"code": "build", "title": "Build the laptop", "queue": "Desktop Support", "dependsOn": ["order"], "escalateAfterMinutes": 1200},
   {"code": "hand-over", "title": "Hand it over", "queue": "Service Desk", "dependsOn": ["build"], "escalateAfterMinutes": 1200}]');

insert into catalogue_offer (item, partner, valid_from)
select i.code, p.code, p.member_from from catalogue_item i cross join partner p
where p.code in ('LBB', 'LBL', 'LBS', 'LH', 'LGA');
