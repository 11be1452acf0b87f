create table notice (
    id      bigint generated always as identity primary key,
    xid     xid8 not null default pg_current_xact_id(),
    partner text,
    text    text not null
);
alter table notice enable row level security;
alter table notice force row level security;
create policy notice_scope on notice
    using (current_setting('jointdesk.scope', true) = '*'
           or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));
grant select, insert, update on notice to ${app};
