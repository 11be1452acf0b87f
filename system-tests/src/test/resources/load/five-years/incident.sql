-- The drawn tickets in incident-service's tables. Instants of targets are left out: no clock of this history still runs
-- in a figure, and the next change of a ticket works them out.
select count(*) from (select partner, count(*)::integer as many from drawn group by partner) p,
    lateral draw_references(p.partner, p.many);

insert into ticket (reference, partner, status, type, priority, title, category, catalogue_item, queue, requester,
    hold_reason, ordered_at, logged_at, resolved_at, closed_at, reopen_count, sla_state, version, response_state)
select d.reference, d.partner, d.status, d.type, d.priority, d.category || ' of desk ' || d.n % 900, d.category,
    d.catalogue_item, d.queue, 'user-' || d.n % 5000, case when d.status = 'ON_HOLD' then d.reason end, d.logged_at,
    d.logged_at, case when d.done then d.logged_at + d.took end,
    case when d.status = 'CLOSED' then d.logged_at + d.took + interval '5 days' end,
    case when d.reopened then 1 else 0 end,
    case when d.status = 'CANCELLED' then 'CANCELLED' else 'NO_TARGET' end,
    10, case when d.status = 'CANCELLED' then 'CANCELLED' else 'NO_TARGET' end
from drawn d
-- As they came: what was logged together lies together.
order by d.logged_at;

insert into ticket_event (ticket, digest, held_by, event, at, sequence, type, priority, partner, queue, category,
    catalogue_item, reason, detail, recorded_at, recorded_by)
select t.reference, t.digest, d.partner, t.kind, t.at, t.sequence,
    case when l then d.type end, case when l then d.priority end, case when l then d.partner end,
    case when l then d.queue end, case when l then d.category end, case when l then d.catalogue_item end, t.reason,
    case when l then jsonb_build_object('title', d.category || ' of desk ' || d.n % 900)
        when t.kind = 'RATED' then jsonb_build_object('rating', d.rating, 'recommend', d.recommend) end,
    t.at, 'load'
from told t join drawn d on d.n = t.n, lateral (select t.kind = 'LOGGED' as l) k
order by t.at;

insert into survey (id, ticket, resolution, partner, invited, invited_at, expires_at)
select md5('survey ' || reference)::uuid, reference, case when reopened then 1 else 0 end, partner, true,
    logged_at + took, logged_at + took + interval '14 days'
from drawn where surveyed order by logged_at + took;
insert into survey_answer (survey, partner, satisfied, timely, recommend, answered_at, channel)
select md5('survey ' || reference)::uuid, partner, satisfied, timely, recommend, logged_at + took + interval '2 days', 'LINK'
from drawn where answered order by logged_at + took;
