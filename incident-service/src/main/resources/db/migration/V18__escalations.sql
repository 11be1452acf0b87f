-- Who is told when a clock reaches a threshold of its agreement, exactly once for each ticket, metric, threshold and clock.

-- The thresholds that running clocks have ahead of them. It is kept in the transaction of every change of a ticket, and a
-- poller takes what is due by the index: nothing scans tickets. No foreign key to the ticket: a change of the ticket
-- holds its row and waits for rows of here, so a poller that holds rows of here must not wait for the ticket's.
create table escalation_due (
    ticket    text not null,
    metric    text not null check (metric in ('RESPONSE', 'RESOLUTION')),
    threshold text not null,
    clock     text not null,
    partner   text,
    priority  text,
    due_at    timestamptz not null,
    -- Learned so long after it happened that it is no news to anybody: it is written down and not delivered.
    late      boolean not null,
    primary key (ticket, metric, threshold)
);
-- What is late comes by the thousand when a history is imported, and must not stand before what is due now.
create index escalation_due_now on escalation_due (due_at) where not late;
create index escalation_due_late on escalation_due (due_at) where late;

create table escalation (
    id            uuid primary key,
    ticket        text not null,
    metric        text not null,
    threshold     text not null,
    -- Which clock reached it, and the how-manieth of this ticket and metric that announced something.
    clock         text not null,
    generation    integer not null,
    partner       text,
    priority      text,
    reached_at    timestamptz not null,
    announced_at  timestamptz not null,
    deliver_after timestamptz,
    late          boolean not null,
    check (late = (deliver_after is null)),
    unique (ticket, metric, threshold, clock)
);
create index escalation_order on escalation (announced_at desc, id desc);
create index escalation_partner_order on escalation (partner, announced_at desc, id desc);

create table escalation_acknowledgement (
    escalation uuid primary key references escalation,
    at         timestamptz not null,
    by         text not null,
    reason     text not null
);

-- A person says that a ticket needs more than its clock does.
create table manual_escalation (
    id      uuid primary key,
    ticket  text not null references ticket,
    partner text,
    at      timestamptz not null,
    by      text not null,
    reason  text not null
);
create index manual_escalation_ticket on manual_escalation (ticket, at);

create trigger escalation_is_append_only before update or delete or truncate on escalation
    for each statement execute function refuse_change();
create trigger escalation_acknowledgement_is_append_only before update or delete or truncate on escalation_acknowledgement
    for each statement execute function refuse_change();
create trigger manual_escalation_is_append_only before update or delete or truncate on manual_escalation
    for each statement execute function refuse_change();

alter table escalation_due enable row level security;
alter table escalation_due force row level security;
create policy escalation_due_scope on escalation_due
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

-- As for events: the holder of the ticket reads everything, the former holder what was announced while it held it.
alter table escalation enable row level security;
alter table escalation force row level security;
create policy escalation_read on escalation for select
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ','))
        or exists (select from ticket t where t.reference = escalation.ticket));
create policy escalation_write on escalation for insert
    with check (current_setting('jointdesk.scope', true) = '*');

alter table escalation_acknowledgement enable row level security;
alter table escalation_acknowledgement force row level security;
create policy escalation_acknowledgement_scope on escalation_acknowledgement
    using (exists (select from escalation e where e.id = escalation_acknowledgement.escalation))
    with check (exists (select from escalation e where e.id = escalation_acknowledgement.escalation));

alter table manual_escalation enable row level security;
alter table manual_escalation force row level security;
create policy manual_escalation_read on manual_escalation for select
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ','))
        or exists (select from ticket t where t.reference = manual_escalation.ticket));
create policy manual_escalation_write on manual_escalation for insert
    with check (current_setting('jointdesk.scope', true) = '*'
        or exists (select from ticket t where t.reference = manual_escalation.ticket));

grant select, insert, update, delete on escalation_due to ${app};
grant select, insert on escalation, escalation_acknowledgement, manual_escalation to ${app};

-- Changes of rules, each until the open tickets it concerns are folded again. A worker goes through them in the order of
-- their references and notes how far it has come; what a dead worker left, the next one goes on with.
create table rule_change (
    id         bigint generated always as identity primary key,
    -- What has changed; a row that names nothing concerns every open ticket.
    calendar   text,
    agreement  text,
    partner    text,
    -- Transactions below this one may have judged tickets by the old rules; null until the change is seen by a worker.
    settled_at bigint,
    done_up_to text not null default '',
    done       boolean not null default false
);
create index rule_change_ahead on rule_change (id) where not done;
create index ticket_open_reference on ticket (reference) where status not in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED');

create function note_calendar_change() returns trigger language plpgsql as $$
begin
    insert into rule_change (calendar) values (new.calendar);
    return null;
end $$;
create function note_agreement_change() returns trigger language plpgsql as $$
begin
    insert into rule_change (agreement) values (new.agreement);
    return null;
end $$;
create function note_partner_change() returns trigger language plpgsql as $$
begin
    insert into rule_change (partner) values (new.code);
    return null;
end $$;

create trigger calendar_change_is_noted after insert or update on calendar_version
    for each row execute function note_calendar_change();
create trigger agreement_change_is_noted after insert or update on agreement_version
    for each row execute function note_agreement_change();
create trigger partner_change_is_noted after update of calendar on partner
    for each row when (old.calendar is distinct from new.calendar) execute function note_partner_change();

grant select, insert, update on rule_change to ${app};

-- Tickets that are open already have their thresholds planned when the service starts.
insert into rule_change (calendar) values (null);
