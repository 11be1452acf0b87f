-- An import is accepted when its body lies here; from then on it resumes by itself until it is done.

create table import_job (
    id              uuid primary key,
    source          text not null references intake_source,
    format          text not null,
    client          text not null,
    -- The partners its sender may write for: the worker runs in this scope, and no wider one may look at it.
    scope           text[] not null,
    status          text not null check (status in ('RECEIVING', 'RUNNING', 'COMPLETED', 'FAILED')),
    bytes           bigint not null default 0,
    received_at     timestamptz not null,
    finished_at     timestamptz,
    rows_read       bigint not null default 0,
    accepted        bigint not null default 0,
    duplicates      bigint not null default 0,
    rejected        bigint not null default 0,
    tickets_created bigint not null default 0,
    tickets_updated bigint not null default 0,
    -- Checkpoint, written in the transaction of the batch it follows: bytes of the unpacked body and lines done.
    done_bytes      bigint not null default 0,
    done_lines      bigint not null default 0,
    lease_owner     uuid,
    lease_until     timestamptz,
    failure_code    text,
    failure_detail  text,
    check (accepted + duplicates + rejected = rows_read)
);
create index import_job_order on import_job (received_at desc, id desc);
create index import_job_open on import_job (received_at) where status in ('RECEIVING', 'RUNNING');

create table import_chunk (
    import uuid not null references import_job,
    number integer not null,
    body   bytea not null,
    primary key (import, number)
);
-- Packed bodies do not pack again, and the others go as soon as they are read.
alter table import_chunk alter column body set storage external;

create table import_error (
    import  uuid not null references import_job,
    row     bigint not null,
    line    bigint not null,
    code    text not null,
    message text not null,
    pointer text,
    excerpt text,
    primary key (import, row)
);

alter table import_job enable row level security;
alter table import_job force row level security;
create policy import_job_scope on import_job
    using (current_setting('jointdesk.scope', true) = '*'
        or scope <@ string_to_array(current_setting('jointdesk.scope', true), ','))
    with check (current_setting('jointdesk.scope', true) = '*'
        or scope <@ string_to_array(current_setting('jointdesk.scope', true), ','));

alter table import_chunk enable row level security;
alter table import_chunk force row level security;
create policy import_chunk_scope on import_chunk
    using (exists (select from import_job j where j.id = import_chunk.import));

alter table import_error enable row level security;
alter table import_error force row level security;
create policy import_error_scope on import_error
    using (exists (select from import_job j where j.id = import_error.import));

grant select, insert, update on import_job to ${app};
grant select, insert, delete on import_chunk to ${app};
grant select, insert on import_error to ${app};
