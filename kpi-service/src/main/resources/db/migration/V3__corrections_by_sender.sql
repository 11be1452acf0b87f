-- A desk takes an event back by the id it gave the event itself.
alter table fact_event add column sender_id text;
comment on column fact_event.sender_id is 'The sender''s own id of the event, by which it may correct it';
