-- Surveys and their answers are read downstream as ticket events are: in the order of the transactions that wrote them,
-- so that a reader misses none, however late a writer commits.
create sequence survey_feed_number;
alter table survey
    add column xid    bigint not null default 0,
    add column number bigint not null default nextval('survey_feed_number');
alter table survey_answer
    add column xid    bigint not null default 0,
    add column number bigint not null default nextval('survey_feed_number');
alter table survey alter column xid set default pg_current_xact_id()::text::bigint;
alter table survey_answer alter column xid set default pg_current_xact_id()::text::bigint;
create index survey_feed on survey (xid, number);
create index survey_answer_feed on survey_answer (xid, number);
grant usage on sequence survey_feed_number to ${app};
