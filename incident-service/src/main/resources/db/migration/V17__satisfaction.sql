-- One survey for each time a ticket is resolved, and what was answered. Both are facts.

-- What signs the links of surveys; made here, so that all servers of one installation share it and no two
-- installations do. Two random ids hold 244 random bits.
create table survey_key (
    one boolean primary key default true check (one),
    key bytea not null
);
insert into survey_key (key)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

create table survey (
    id         uuid primary key,
    ticket     text        not null references ticket,
    -- Which of the ticket's resolutions it asks about: how often it had been reopened by then.
    resolution integer     not null,
    partner    text        not null references partner,
    -- False for an answer that nobody had asked for; it is in no response rate.
    invited    boolean     not null,
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    unique (ticket, resolution)
);
create index survey_invited on survey (invited_at, partner);
create trigger survey_is_append_only before update or delete or truncate on survey
    for each statement execute function refuse_change();

create table survey_answer (
    survey      uuid primary key references survey,
    partner     text        not null references partner,
    satisfied   boolean     not null,
    timely      boolean     not null,
    recommend   integer     not null check (recommend between 0 and 10),
    comment     text,
    answered_at timestamptz not null,
    -- LINK for the signed link, CLIENT for a council's client.
    channel     text        not null check (channel in ('LINK', 'CLIENT'))
);
create trigger survey_answer_is_append_only before update or delete or truncate on survey_answer
    for each statement execute function refuse_change();

alter table survey enable row level security;
alter table survey force row level security;
create policy survey_scope on survey
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

alter table survey_answer enable row level security;
alter table survey_answer force row level security;
create policy survey_answer_scope on survey_answer
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

grant select on survey_key to ${app};
grant select, insert on survey, survey_answer to ${app};
