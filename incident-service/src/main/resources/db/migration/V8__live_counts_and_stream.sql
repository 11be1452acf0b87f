-- What is open is a small part of what there is: counts look here and nowhere else, however many tickets are resolved.
create index ticket_open on ticket (partner, priority)
    include (status, category, queue, hold_reason, sla_state, due_at, breaches_at)
    where status in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD') and logged_at is not null;

-- A place in the stream of changes is handed to partners only under this key: the place itself counts everybody's
-- changes. All replicas share it, so that a reader goes on at any of them. The server's random generator is a strong one.
create table stream_key (
    one boolean primary key default true check (one),
    key bytea not null
);
insert into stream_key (key)
    values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
grant select on stream_key to ${app};
