-- Tickets number :first to :last of a drawn history, with the events that make them what they are: three years, nineteen
-- in twenty of them over, the rest open, spread over five partners. The same seed draws the same tickets. Instants of
-- targets are roughly right only: no calendar is asked. The next change of a ticket works them out exactly.
select set_config('jointdesk.scope', '*', true);

create function pg_temp.u(n bigint, what int) returns float8 language sql immutable parallel safe as $$
    select (hashint8extended(n, :seed + what) & x'7fffffffffffffff'::bigint)::float8 / 9223372036854775808.0
$$;
create function pg_temp.one(n bigint, what int, words text[]) returns text language sql immutable parallel safe as $$
    select words[1 + floor(pg_temp.u(n, what) * array_length(words, 1))::int]
$$;

create temp table drawn on commit drop as
with born as (
    select n,
        case when u < 0.34 then 'LBL' when u < 0.67 then 'LBB' when u < 0.95 then 'LBS' when u < 0.98 then 'LH' else 'LGA' end
            as partner,
        -- One in twenty is still open, the fewer the older, as in every backlog.
        date_trunc('milliseconds', ':until'::timestamptz - case when pg_temp.u(n, 4) < 0.05
            then power(pg_temp.u(n, 2), 3) * interval '200 days' else pg_temp.u(n, 2) * interval '1095 days' end) as logged_at,
        date_trunc('milliseconds', (10 + 20000 * power(pg_temp.u(n, 3), 4)) * interval '1 minute') as took,
        pg_temp.u(n, 4) as ending,
        pg_temp.u(n, 5) as holding,
        case when p < 0.01 then 'P1' when p < 0.08 then 'P2' else 'P3' end as priority,
        pg_temp.one(n, 7, array['Service Desk', 'Desktop Support', 'Network', 'Server and Storage', 'Identity']) as queue,
        pg_temp.one(n, 8, array['Laptop does not start', 'Password does not work', 'Printer shows a paper jam that is not there',
            'Very slow sign-in in the morning', 'VPN drops after some minutes', 'Wi-Fi weak on the third floor',
            'Headset not recognised', 'Screen flickers at the docking station', 'Shared folder cannot be reached',
            'Email delayed by hours']) as what,
        pg_temp.one(n, 9, array['Hardware/Laptop', 'Accounts/Password', 'Printing/Device', 'Network/VPN', 'Email/Delivery'])
            as category,
        pg_temp.one(n, 10, array['AWAITING_USER', 'AWAITING_SUPPLIER', 'AWAITING_RESOURCE', 'OTHER']) as reason
    from generate_series(:first::bigint, :last::bigint) n,
        lateral (select pg_temp.u(n, 1) as u, pg_temp.u(n, 6) as p) v),
ended as (
    select *,
        case when ending < 0.05 or logged_at + took > ':until'::timestamptz
            then case when holding < 0.2 then 'NEW' when holding < 0.4 then 'ASSIGNED' when holding < 0.8 then 'IN_PROGRESS'
                else 'ON_HOLD' end
            when ending < 0.07 then 'CANCELLED'
            when logged_at + took + interval '5 days' < ':until'::timestamptz then 'CLOSED' else 'RESOLVED' end as status,
        ending >= 0.97 as reopened
    from born)
select e.*,
    e.partner || '-' || lpad((coalesce(c.last_value, 0) + row_number() over (partition by e.partner order by e.logged_at))::text, 7, '0')
        as reference,
    e.what || ', asset AB' || lpad(e.n::text, 7, '0') as title,
    'Reported from floor ' || (1 + e.n % 9) || ' of the civic centre. ' || e.what || ' since this morning, others nearby '
        || 'are not concerned; restarting made no difference.' as description,
    case e.priority when 'P1' then 240 when 'P2' then 480 else 1200 end as target
from ended e left join pg_sequences c on c.sequencename = 'reference_' || lower(e.partner);

select count(*) from (select partner, count(*)::integer as many from drawn group by partner) p,
    lateral draw_references(p.partner, p.many);

create temp table told on commit drop as
select d.reference, d.partner, x.kind, x.sequence,
    date_trunc('milliseconds', d.logged_at + x.part * d.took + x.later) as at,
    case when x.kind = 'ON_HOLD' then d.reason end as reason, d.n
from drawn d, lateral (values
    ('LOGGED', 0, 0.0, interval '0', true),
    ('ASSIGNED', 1, 0.05, interval '0', d.status <> 'NEW'),
    ('STARTED', 2, 0.1, interval '0', d.status not in ('NEW', 'ASSIGNED', 'CANCELLED')),
    ('ON_HOLD', 3, 0.3, interval '0', d.status = 'ON_HOLD' or d.status in ('RESOLVED', 'CLOSED') and d.holding < 0.25),
    ('RESUMED', 4, 0.5, interval '0', d.status in ('RESOLVED', 'CLOSED') and d.holding < 0.25),
    ('RESOLVED', 5, 0.7, interval '0', d.status in ('RESOLVED', 'CLOSED') and d.reopened),
    ('REOPENED', 6, 0.8, interval '0', d.status in ('RESOLVED', 'CLOSED') and d.reopened),
    ('RESOLVED', 7, 1.0, interval '0', d.status in ('RESOLVED', 'CLOSED')),
    ('CANCELLED', 8, 1.0, interval '0', d.status = 'CANCELLED'),
    ('CLOSED', 9, 1.0, interval '5 days', d.status = 'CLOSED'))
    x(kind, sequence, part, later, happened)
where x.happened;
analyze drawn;
analyze told;

insert into ticket (reference, partner, status, type, priority, title, description, category, queue, requester, hold_reason,
    ordered_at, logged_at, resolved_at, closed_at, reopen_count, sla_state, target_minutes, due_at, breached_at, breaches_at,
    version, responded_at, response_state)
select d.reference, d.partner, d.status, 'INCIDENT', d.priority, d.title, d.description, d.category, d.queue,
    'user-' || d.n % 5000, case when d.status = 'ON_HOLD' then d.reason end, d.logged_at, d.logged_at,
    case when d.status in ('RESOLVED', 'CLOSED') then d.logged_at + d.took end,
    case when d.status = 'CLOSED' then d.logged_at + d.took + interval '5 days' end,
    case when d.reopened and d.status in ('RESOLVED', 'CLOSED') then 1 else 0 end,
    s.state, d.target,
    case when s.state in ('RUNNING', 'BREACHED') and s.running then s.due end,
    case when s.state = 'BREACHED' then s.due end,
    case when s.state = 'RUNNING' then s.due + interval '1 millisecond' end,
    (select count(*) from (values (d.status <> 'NEW'), (d.status not in ('NEW', 'ASSIGNED', 'CANCELLED')),
        (d.status = 'ON_HOLD' or d.status in ('RESOLVED', 'CLOSED') and d.holding < 0.25),
        (d.status in ('RESOLVED', 'CLOSED') and d.holding < 0.25), (d.status in ('RESOLVED', 'CLOSED')),
        (d.status in ('RESOLVED', 'CLOSED') and d.reopened), (d.status in ('RESOLVED', 'CLOSED') and d.reopened),
        (d.status = 'CANCELLED'), (d.status = 'CLOSED'), (true)) v(happened) where v.happened),
    -- Nobody wrote, so that the resolution was the answer; no agreement promises one.
    case when d.status in ('RESOLVED', 'CLOSED') then d.logged_at + d.took end,
    case when d.status = 'CANCELLED' then 'CANCELLED' else 'NO_TARGET' end
from drawn d,
    lateral (select d.logged_at + 3.5 * d.target * interval '1 minute' as due,
        d.status in ('NEW', 'ASSIGNED', 'IN_PROGRESS') or d.status = 'ON_HOLD' and d.reason = 'OTHER' as running) t,
    lateral (select t.due, t.running, case
        when d.status = 'CANCELLED' then 'CANCELLED'
        when d.status in ('RESOLVED', 'CLOSED') then case when d.took * 0.3 > d.target * interval '1 minute' then 'BREACHED' else 'MET' end
        when not t.running then 'PAUSED'
        when t.due < ':until'::timestamptz then 'BREACHED' else 'RUNNING' end as state) s
-- As they came: what was logged together lies together.
order by d.logged_at;

insert into ticket_event (ticket, digest, held_by, event, at, sequence, type, priority, partner, queue, category, reason,
    detail, recorded_at, recorded_by)
select t.reference, sha256(convert_to(t.reference || t.sequence, 'UTF8')), t.partner, t.kind, t.at, t.sequence,
    case when l then 'INCIDENT' end, case when l then d.priority end, case when l then d.partner end,
    case when l then d.queue end, case when l then d.category end, t.reason,
    case when l then jsonb_build_object('title', d.title, 'description', d.description, 'requester', 'user-' || d.n % 5000) end,
    t.at, 'load'
from told t join drawn d on d.n = t.n, lateral (select t.kind = 'LOGGED' as l) k
order by t.at;
