-- Many people come through one client, the web's, and each is a keeper of keys for herself. Answers kept before belong to
-- nobody in particular and are given to nobody any more.
alter table idempotency_key
    add column subject text not null default '',
    add column scope   text not null default '',
    drop constraint idempotency_key_pkey,
    add primary key (client, subject, scope, key);
comment on column idempotency_key.client is 'The client of the token';
comment on column idempotency_key.subject is 'Who came through the client; keys of two people never meet';
comment on column idempotency_key.scope is 'The partners of the token';
