-- Permits of each client, purpose and window that replicas of the gateway have leased.
create table quota_window (
    client       text        not null,
    purpose      text        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null check (ends_at > starts_at),
    leased       bigint      not null check (leased >= 0),
    granted_last bigint      not null check (granted_last >= 0),
    primary key (client, purpose, starts_at)
) with (fillfactor = 50);
comment on table quota_window is 'How many permits of a window are out, at all replicas together; rows go an hour after their window';
comment on column quota_window.granted_last is 'What the last lease was given, so that one statement both takes and tells';

create index quota_window_by_end on quota_window (ends_at);

grant select, insert, update, delete on quota_window to ${app};
