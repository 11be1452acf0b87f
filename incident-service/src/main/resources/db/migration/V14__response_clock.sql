-- The response clock beside the resolution clock. Both are folds of the ticket's facts.
alter table ticket
    add column responded_at            timestamptz,
    add column response_state          text not null default 'NO_TARGET',
    add column response_target_minutes bigint,
    add column response_due_at         timestamptz,
    add column response_breached_at    timestamptz,
    add column response_breaches_at    timestamptz;
alter table ticket alter column response_state drop default;

-- Until now no agreement promised a response and no desk told of one, so that the fold of what is there is simple: the
-- first resolution that still holds is the response.
select set_config('jointdesk.scope', '*', true);
update ticket t
    set responded_at = (
        select case when count(*) > 0 then greatest(min(e.at), t.logged_at) end from ticket_event e
        where t.logged_at is not null and e.ticket = t.reference and e.event in ('RESOLVED', 'CLOSED')
            and not exists (
                select from ticket_event c where c.ticket = e.ticket and c.event = 'CORRECTED'
                    and c.supersedes in (encode(substr(e.digest, 1, 16), 'hex'), e.sender_id))),
        response_state = case when status in ('CANCELLED', 'MERGED') then 'CANCELLED' else 'NO_TARGET' end;

-- Written by a machine: an acknowledgement of receipt is no response.
alter table note add column automatic boolean not null default false;
