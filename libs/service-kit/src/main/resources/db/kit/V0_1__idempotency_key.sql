-- Answers to writes that carried an Idempotency-Key, kept in the transaction of the write.
create table idempotency_key (
    client     text        not null,
    key        text        not null,
    digest     text        not null,
    status     integer     not null,
    location   text,
    etag       text,
    body       text,
    created_at timestamptz not null default now(),
    primary key (client, key)
);
comment on table idempotency_key is 'First answers to writes that may be sent twice';
comment on column idempotency_key.client is 'The client of the token; keys of two clients never meet';
comment on column idempotency_key.digest is 'SHA-256 of the body; another body under the same key is refused';

grant select, insert on idempotency_key to ${app};
