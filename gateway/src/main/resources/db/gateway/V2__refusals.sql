-- What the gateway refused, for the auditor. Who asked is a client and its partners, never a person.
create table access_refusal (
    id         bigint generated always as identity primary key,
    first_at   timestamptz not null,
    last_at    timestamptz not null check (last_at >= first_at),
    times      bigint      not null check (times > 0),
    client     text        not null,
    scope      text        not null,
    operation  text        not null,
    status     int         not null,
    code       text        not null,
    request_id text        not null
);
comment on table access_refusal is 'Refusals that are alike and came within a few seconds are one row';
comment on column access_refusal.client is 'Empty for callers who had not said who they are';
comment on column access_refusal.operation is 'Method and path template, never the path that was asked for';

create index access_refusal_by_end on access_refusal (last_at);

-- An auditor of some partners reads what concerns them, one of all partners reads all; nobody changes a row.
alter table access_refusal enable row level security;
alter table access_refusal force row level security;
create policy written_by_the_gateway on access_refusal for insert with check (true);
create policy read_in_scope on access_refusal for select using (
    current_setting('jointdesk.scope', true) = '*'
    or scope = any (string_to_array(nullif(current_setting('jointdesk.scope', true), ''), ',')));
create policy forgotten_in_time on access_refusal for delete using (current_setting('jointdesk.scope', true) = '*');

grant select, insert, delete on access_refusal to ${app};
