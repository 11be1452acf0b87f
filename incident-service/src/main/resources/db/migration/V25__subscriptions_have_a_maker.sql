-- Many people of many councils come through one client: whose subscription it is says the subject beside it.
alter table subscription add column subject text;
comment on column subscription.subject is 'Who came through the client; null when that was not written down, and the client''s then';
