-- The drawn tickets as kpi-service would have folded them from its feed, but for the verdicts of the clocks, which are
-- roughly right only: the service judges everything by the rules in force when it next looks at them.
insert into fact_event (ticket, event_id, partner, event, at, sequence, snapshot, recorded_at, type, priority, unattributed,
    queue, category, catalogue_item, reason, queue_organisation, rating, recommend)
select t.reference, left(encode(t.digest, 'hex'), 32), case when l then d.partner end, t.kind, t.at, t.sequence, false, t.at,
    case when l then d.type end, case when l then d.priority end, false, case when l then d.queue end,
    case when l then d.category end, case when l then d.catalogue_item end, t.reason,
    case when l then d.organisation end, case when t.kind = 'RATED' then d.rating end,
    case when t.kind = 'RATED' then d.recommend end
from told t join drawn d on d.n = t.n, lateral (select t.kind = 'LOGGED' as l) k
order by t.at;

create temp table life on commit drop as
select d.*, v.outcome, v.over_at, (v.over_at at time zone 'Europe/London')::date as counted_on,
    case when d.status = 'CLOSED' then d.logged_at + d.took + interval '5 days' end as closed_at,
    d.logged_at + 0.05 * d.took as triaged_at,
    date_trunc('milliseconds', d.logged_at + 0.3 * d.took) as held_at,
    date_trunc('milliseconds', d.logged_at + 0.5 * d.took) as resumed_at,
    date_trunc('milliseconds', d.logged_at + 0.7 * d.took) as resolved_first,
    date_trunc('milliseconds', d.logged_at + 0.8 * d.took) as reopened_at
from drawn d, lateral (select
    case when d.done or d.status = 'CANCELLED' then d.logged_at + d.took end as over_at,
    case when d.status = 'CANCELLED' then 'CANCELLED' when not d.done then 'OPEN'
        when d.organisation <> 'STS' then 'NO_TARGET'
        when d.took * 0.3 > case d.priority when 'P1' then interval '4 hours' when 'P2' then interval '8 hours'
            else interval '20 hours' end then 'BREACHED' else 'MET' end as outcome) v;
analyze life;

insert into ticket_fact (ticket, partner, type, priority, queue, category, catalogue_item, organisation, status, logged_at,
    resolved_at, closed_at, reopen_count, outcome, counted_on, closed_on, interruptions, consumed_millis)
select reference, partner, type, priority, queue, category, catalogue_item, organisation, status, logged_at,
    case when done then over_at end, closed_at, case when reopened then 1 else 0 end, outcome, counted_on,
    (closed_at at time zone 'Europe/London')::date,
    case when done then 'SAME'
        || case when held then ' ' || reason || ' ' || (extract(epoch from held_at) * 1000)::bigint || ' '
            || (extract(epoch from resumed_at) * 1000)::bigint else '' end
        || case when reopened then ' OVER ' || (extract(epoch from resolved_first) * 1000)::bigint || ' '
            || (extract(epoch from reopened_at) * 1000)::bigint else '' end end,
    case when outcome in ('MET', 'BREACHED') then (extract(epoch from took) * 300)::bigint end
from life order by logged_at;

insert into open_spell (ticket, number, partner, type, priority, queue, organisation, category, hold, logged_at, logged_on,
    triaged_at, started_at, started_on, entered, ended_at, ended_on, left_by, undone)
select l.reference, (row_number() over (partition by l.reference order by s.started_at) - 1)::int, l.partner, l.type,
    l.priority, l.queue, l.organisation, l.category, s.hold, l.logged_at,
    (l.logged_at at time zone 'Europe/London')::date,
    case when l.status <> 'NEW' then l.triaged_at end,
    s.started_at, (s.started_at at time zone 'Europe/London')::date, s.entered,
    s.ended_at, (s.ended_at at time zone 'Europe/London')::date, s.left_by, coalesce(s.left_by = 'RESOLVED' and s.before, false)
from life l, lateral (
    select l.held and (l.done or l.held_at <= ':until'::timestamptz) as held,
        case when l.done then 'RESOLVED' when l.status = 'CANCELLED' then 'CANCELLED' end as last) h,
lateral (
    select null::text as hold, l.logged_at as started_at, 'LOGGED' as entered,
        case when h.held then l.held_at when l.reopened then l.resolved_first else l.over_at end as ended_at,
        case when h.held then 'CONTINUED' when l.reopened then 'RESOLVED' else h.last end as left_by,
        not h.held and l.reopened as before
    union all
    select l.reason, l.held_at, 'CONTINUED', case when l.done then l.resumed_at end,
        case when l.done then 'CONTINUED' end, false
     where h.held
    union all
    select null, l.resumed_at, 'CONTINUED', case when l.reopened then l.resolved_first else l.over_at end, 'RESOLVED',
        l.reopened
     where h.held and l.done
    union all
    select null, l.reopened_at, 'REOPENED', l.over_at, 'RESOLVED', false where l.reopened) s
order by l.logged_at;

insert into response_fact (ticket, partner, type, priority, queue, category, organisation, logged_at, outcome, counted_at,
    counted_on)
select reference, partner, type, priority, queue, category, organisation, logged_at,
    case when done then 'NO_TARGET' else 'CANCELLED' end, answered_at, (answered_at at time zone 'Europe/London')::date
from life, lateral (select case when reopened then resolved_first else over_at end as answered_at) a
where over_at is not null order by logged_at;

insert into rating (ticket, number, partner, type, priority, queue, category, organisation, logged_at, rating, recommend,
    rated_at, rated_on)
select reference, 0, partner, type, priority, queue, category, organisation, logged_at, rating, recommend, rated_at,
    (rated_at at time zone 'Europe/London')::date
from life, lateral (select logged_at + took + interval '1 day' as rated_at) a
where rated order by rated_at;

insert into survey_fact (survey, event, ticket, resolution, partner, at, happened_on, satisfied, timely)
select md5('survey ' || reference)::uuid, e.event, reference, case when reopened then 1 else 0 end, partner, e.at,
    (e.at at time zone 'Europe/London')::date, e.satisfied, e.timely
from life l, lateral (values
    ('INVITED', logged_at + took, null::boolean, null::boolean, surveyed),
    ('ANSWERED', logged_at + took + interval '2 days', l.satisfied, l.timely, answered)) e(event, at, satisfied, timely, happened)
where e.happened order by e.at;
insert into survey (survey, ticket, number, partner, type, priority, queue, category, organisation, logged_at, invited,
    invited_at, invited_on, answered_at, answered_on, satisfied, timely)
select s.survey, s.ticket, s.resolution, s.partner, l.type, l.priority, l.queue, l.category, l.organisation, l.logged_at,
    true, s.at, s.happened_on, a.at, a.happened_on, a.satisfied, a.timely
from survey_fact s join life l on l.reference = s.ticket
    left join survey_fact a on a.survey = s.survey and a.event = 'ANSWERED'
where s.event = 'INVITED' order by s.at;

update feed_position set position = ':position', survey_position = ':surveyPosition', as_at = (select max(at) from told),
    read_to_end_at = now(), judged_by = null, judging_by = null, judged_up_to = null;
