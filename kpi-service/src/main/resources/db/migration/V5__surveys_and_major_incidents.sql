-- What became of surveys, as read from incident-service; facts, without what was written in them.
create table survey_fact (
    survey      uuid not null,
    event       text not null check (event in ('INVITED', 'UNASKED', 'ANSWERED')),
    ticket      text not null,
    resolution  integer not null,
    partner     text not null,
    at          timestamptz not null,
    happened_on date not null,
    satisfied   boolean,
    timely      boolean,
    primary key (survey, event)
);
comment on column survey_fact.happened_on is 'Local day (Europe/London)';
create trigger survey_fact_is_append_only before update or delete or truncate on survey_fact
    for each statement execute function refuse_change();

-- One row per survey, folded from its facts; what is known of the ticket is as last known.
create table survey (
    survey       uuid primary key,
    ticket       text not null,
    number       integer not null,
    partner      text not null,
    type         text,
    priority     text,
    queue        text,
    category     text,
    organisation text,
    logged_at    timestamptz,
    invited      boolean not null,
    invited_at   timestamptz not null,
    invited_on   date not null,
    answered_at  timestamptz,
    answered_on  date,
    satisfied    boolean,
    timely       boolean
);
comment on column survey.number is 'Which of the ticket''s resolutions it asks about';
comment on column survey.invited is 'False for an answer that nobody had asked for; it is in no response rate';
create index survey_of_ticket on survey (ticket);
create index survey_invited on survey (invited_on, partner);
create index survey_answered on survey (answered_on, partner) where answered_on is not null;

-- Major incidents as incident-service has them; a copy that can be thrown away and read again.
create table major_incident (
    reference     text primary key,
    title         text not null,
    status        text,
    priority      text,
    cause_class   text,
    cause         text,
    partners      text[] not null,
    services      text[] not null,
    problem       text,
    declared_at   timestamptz,
    declared_on   date,
    resolved_at   timestamptz,
    recorded_from text
);
comment on column major_incident.declared_on is 'Local day (Europe/London); null of one only known from a document that does not date it';

alter table feed_position
    add column survey_position    text,
    add column major_incidents_at timestamptz;
comment on column feed_position.survey_position is 'Where the feed of surveys has been read to';
comment on column feed_position.major_incidents_at is 'When the major incidents were last read';

alter table survey_fact enable row level security;
alter table survey_fact force row level security;
create policy survey_fact_scope on survey_fact
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

alter table survey enable row level security;
alter table survey force row level security;
create policy survey_scope on survey
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

-- A major incident concerns several partners at once: each of them reads it, only the whole service's reader writes it.
alter table major_incident enable row level security;
alter table major_incident force row level security;
create policy major_incident_read on major_incident for select
    using (current_setting('jointdesk.scope', true) = '*'
        or partners && string_to_array(current_setting('jointdesk.scope', true), ','));
create policy major_incident_write on major_incident
    using (current_setting('jointdesk.scope', true) = '*')
    with check (current_setting('jointdesk.scope', true) = '*');

grant select, insert on survey_fact to ${app};
grant select, insert, update on survey to ${app};
grant select, insert, delete on major_incident to ${app};
