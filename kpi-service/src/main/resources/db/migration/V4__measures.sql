-- What more of a ticket the measures need: whose queue it stands in, what it is about, how it was rated, and whether a
-- resolution lasted.
alter table fact_event
    add column queue_organisation text,
    add column rating             integer check (rating between 1 and 5),
    add column recommend          integer check (recommend between 0 and 10);
comment on column fact_event.queue_organisation is 'Whose queue the event names: STS for the shared service, or a partner';

alter table ticket_fact add column organisation text;
alter table open_spell
    add column organisation text,
    add column category     text,
    add column undone       boolean not null default false;
comment on column ticket_fact.organisation is 'Whose queue it stands in, as told when it was put there: STS, a partner, or null';
comment on column open_spell.undone is 'It was left by a resolution that a reopening undid, whenever that came';

-- The feed told these things before and nobody here listened. The facts are incident-service's: they are read again from
-- the first one, and everything that follows from them is folded again.
alter table fact_event disable trigger fact_event_is_append_only;
truncate fact_event, ticket_fact, open_spell;
alter table fact_event enable trigger fact_event_is_append_only;
update feed_position set position = null, as_at = null, read_to_end_at = null, sources_done_at = null;

create index ticket_fact_serious on ticket_fact (counted_on, ticket) where priority = 'P1';

-- The response clock's judgement: one row per ticket that was answered, or withdrawn before. Its own table, because it
-- counts for the partner that held the ticket when it was answered, which need not be the one it was resolved for.
create table response_fact (
    ticket            text primary key,
    partner           text,
    type              text,
    priority          text,
    queue             text,
    category          text,
    organisation      text,
    logged_at         timestamptz not null,
    outcome           text not null check (outcome in ('MET', 'BREACHED', 'NO_TARGET', 'CANCELLED', 'MERGED')),
    counted_at        timestamptz not null,
    counted_on        date not null,
    target_minutes    bigint,
    consumed_millis   bigint,
    agreement         text,
    agreement_version integer,
    calendar          text,
    calendar_version  text
);
comment on column response_fact.partner is 'Who held it when it was answered; null is UNATTRIBUTED';
comment on column response_fact.counted_on is 'Local day (Europe/London) of the first response, or of cancellation or merger';
create index response_fact_counted on response_fact (counted_on, partner);

-- One row per rating that stands, by a desk or through a survey.
create table rating (
    ticket       text not null,
    number       integer not null,
    partner      text,
    type         text,
    priority     text,
    queue        text,
    category     text,
    organisation text,
    logged_at    timestamptz not null,
    rating       integer,
    recommend    integer,
    rated_at     timestamptz not null,
    rated_on     date not null,
    primary key (ticket, number)
);
comment on column rating.partner is 'Who held it when it was rated; null is UNATTRIBUTED';
create index rating_rated on rating (rated_on, partner);

alter table response_fact enable row level security;
alter table response_fact force row level security;
create policy response_fact_scope on response_fact
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

alter table rating enable row level security;
alter table rating force row level security;
create policy rating_scope on rating
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')))
    with check (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

-- The levels that compliance is judged against hold for one clock.
alter table target add column metric text not null default 'RESOLUTION' check (metric in ('RESPONSE', 'RESOLUTION'));
alter table target drop constraint target_pkey;
alter table target add primary key (metric, priority, valid_from);

-- The levels of measures that are no compliance. Dated likewise.
create table measure_level (
    measure         text not null,
    valid_from      date not null,
    valid_to        date,
    lower_is_better boolean not null,
    tsl             numeric(5, 2) not null check (tsl between 0 and 100),
    msl             numeric(5, 2) check (msl between 0 and 100),
    source          text not null,
    primary key (measure, valid_from),
    check (valid_to is null or valid_to >= valid_from),
    check (msl is null or (msl >= tsl) = lower_is_better or msl = tsl)
);
comment on column measure_level.lower_is_better is 'Green up to tsl and amber up to msl, instead of from there up';

insert into measure_level (measure, valid_from, lower_is_better, tsl, msl, source) values
    ('OPEN_OVER_30_DAYS', date '2015-04-01', true, 10, 15,
     'Lincolnshire County Council, IMT report of 16 December 2021: tickets open over 30 days at most 10 % (TSL), 15 % (MSL)'),
    ('SURVEY_RESPONSE', date '2015-04-01', false, 10, null,
     'This service''s own warning level. The board pack of February 2019 calls its answers possibly skewed at 4 %');

grant select, insert, update, delete on response_fact, rating to ${app};
grant select on measure_level to ${app};
