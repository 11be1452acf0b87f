-- What a user would write over the raw events instead, in incident-service's own tables, with no kpi-service beside it.
-- No calendar is asked: the time worked is the time between less the holds, so these verdicts are not the agreement's.
-- Each statement has the name that the line before it gives.

-- name: life
create temporary view life as
select ticket, max(partner) as partner, max(priority) as priority, min(at) filter (where event = 'LOGGED') as logged,
    max(at) filter (where event = 'RESOLVED') as resolved,
    max(at) filter (where event = 'RESOLVED') - min(at) filter (where event = 'LOGGED')
        - coalesce(sum(case event when 'RESUMED' then 1 when 'ON_HOLD' then -1 end * extract(epoch from at))
            filter (where event in ('RESUMED', 'ON_HOLD')), 0) * interval '1 second' as worked
from ticket_event group by ticket;

-- name: compliance
select priority, partner, date_trunc('month', resolved at time zone 'Europe/London') as month,
    count(*) filter (where worked <= case priority when 'P1' then interval '9.6 hours' when 'P2' then interval '19.2 hours'
        else interval '48 hours' end) as met, count(*) as resolved
from life where resolved >= ':from' and resolved < ':to' group by 1, 2, 3 order by 1, 2, 3

-- name: volumes
select coalesce(partner, held_by) as partner, date_trunc('month', greatest(at, ':from') at time zone 'Europe/London') as month,
    at < ':from' as before, event, count(*)
from ticket_event
where at < ':to' and event in ('LOGGED', 'RESOLVED', 'CLOSED', 'REOPENED', 'CANCELLED') group by 1, 2, 3, 4

-- name: backlog
select held_by, count(*), min(at) as oldest from (
    select distinct on (ticket) ticket, held_by, event, at from ticket_event
     where at < ':to' and event in ('LOGGED', 'RESOLVED', 'REOPENED', 'CANCELLED', 'ON_HOLD')
     order by ticket, at desc, sequence desc) last
where event not in ('RESOLVED', 'CANCELLED') group by 1

-- name: satisfaction
select e.held_by, date_trunc('month', e.at at time zone 'Europe/London') as month,
    count(*) filter (where (e.detail ->> 'rating')::int >= 4) as positive, count(*) as rated
from ticket_event e where e.event = 'RATED' and e.at >= ':from' and e.at < ':to' group by 1, 2
union all
select s.partner, date_trunc('month', s.invited_at at time zone 'Europe/London'), count(a.survey), count(*)
from survey s left join survey_answer a on a.survey = s.id
where s.invited_at >= ':from' and s.invited_at < ':to' group by 1, 2

-- name: categories
select priority, partner, category, count(*) from ticket_event
where event = 'LOGGED' and at >= ':from' and at < ':to' group by 1, 2, 3 order by 4 desc

-- name: resolution times
select priority, partner, date_trunc('month', resolved at time zone 'Europe/London') as month, avg(worked),
    percentile_disc(array[0.5, 0.9]) within group (order by worked)
from life where resolved >= ':from' and resolved < ':to' group by 1, 2, 3

-- name: kpi summary
select priority, date_trunc('month', resolved at time zone 'Europe/London') as month,
    count(*) filter (where worked <= case priority when 'P1' then interval '9.6 hours' when 'P2' then interval '19.2 hours'
        else interval '48 hours' end) as met, count(*) as resolved, null::bigint as over_30_days
from life where resolved >= ':from' and resolved < ':to' group by 1, 2
union all
select null, m.month, null, count(*), count(*) filter (where l.logged < m.month - interval '30 days')
from generate_series(':from'::timestamptz + interval '1 month', ':to', interval '1 month') m(month)
    join life l on l.logged < m.month and (l.resolved is null or l.resolved >= m.month) group by 2

-- name: figure of the feed
select count(*) from ticket_event where event = 'LOGGED' and at >= ':from' and at < ':to'

-- name: what-if
select priority, partner, date_trunc('month', resolved at time zone 'Europe/London') as month,
    count(*) filter (where worked <= case priority when 'P1' then interval '9.6 hours' when 'P2' then interval '19.2 hours'
        else interval '48 hours' end) as met,
    count(*) filter (where worked <= case priority when 'P1' then interval '9.6 hours' when 'P2' then interval '19.2 hours'
        else interval '72 hours' end) as would_be_met, count(*) as resolved
from life where resolved >= ':from' and resolved < ':to' group by 1, 2, 3

-- name: judged anew
create temp table verdict as
select ticket, resolved, worked, worked <= case priority when 'P1' then interval '9.6 hours'
    when 'P2' then interval '19.2 hours' else interval '72 hours' end as met from life where resolved is not null
