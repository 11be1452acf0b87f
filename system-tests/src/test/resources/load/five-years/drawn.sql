-- A drawn history of :tickets tickets: five years up to :until, seven in ten of them incidents, the others requests from
-- the catalogue, each with the events that make it what it is (three to nine), some rated, some surveyed. The same seed
-- draws the same tickets in every database in which no reference was drawn before, so that the services' tables agree.
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
        -- One in two hundred hangs, the fewer the older; of the others those of the last days are not over yet.
        date_trunc('milliseconds', date_trunc('day', ':until'::timestamptz)
            - (case when pg_temp.u(n, 4) < 0.005 then floor(power(pg_temp.u(n, 2), 3) * 200) else floor(pg_temp.u(n, 2) * 1826) end)
              * interval '1 day'
            - interval '24 hours' + (7 + 11 * pg_temp.u(n, 11)) * interval '1 hour') as logged_at,
        date_trunc('milliseconds', (10 + 20000 * power(pg_temp.u(n, 3), 4)) * interval '1 minute') as took,
        pg_temp.u(n, 4) as ending, pg_temp.u(n, 5) as holding, pg_temp.u(n, 12) as opinion,
        case when p < 0.01 then 'P1' when p < 0.08 then 'P2' when p < 0.7 then 'P3' else 'P4' end as priority,
        pg_temp.one(n, 7, array['Service Desk', 'Desktop Support', 'Network', 'Server and Storage', 'Identity']) as team,
        pg_temp.one(n, 8, array['Housing', 'Planning']) as application,
        pg_temp.one(n, 9, array['Hardware', 'Accounts', 'Printing', 'Network', 'Email', 'Telephony', 'Applications', 'Files'])
            || '/' || pg_temp.one(n, 10, array['Device', 'Access', 'Fault', 'Question', 'Change']) as category,
        pg_temp.one(n, 13, array['AWAITING_USER', 'AWAITING_SUPPLIER', 'AWAITING_RESOURCE', 'OTHER']) as reason,
        pg_temp.one(n, 14, array['new-starter-account', 'mailbox-access', 'software-install', 'laptop-request']) as item
    from generate_series(1, :tickets::bigint) n,
        lateral (select pg_temp.u(n, 1) as u, pg_temp.u(n, 6) as p) v),
ended as (
    select *,
        case when ending < 0.005 or logged_at + took > ':until'::timestamptz
            then case when holding < 0.2 then 'NEW' when holding < 0.4 then 'ASSIGNED' when holding < 0.8 then 'IN_PROGRESS'
                else 'ON_HOLD' end
            when ending < 0.02 then 'CANCELLED'
            when logged_at + took + interval '5 days' < ':until'::timestamptz then 'CLOSED' else 'RESOLVED' end as status
    from born),
placed as (
    select *, status in ('RESOLVED', 'CLOSED') as done,
        case when priority = 'P4' then 'SERVICE_REQUEST' else 'INCIDENT' end as type,
        case when priority = 'P4' then item end as catalogue_item,
        partner in ('LBL', 'LBB', 'LBS') and pg_temp.u(n, 15) < 0.1 as own_team
    from ended)
select n, partner, logged_at, took, status, done, priority, type, catalogue_item, category, reason,
    case when own_team then 'Application team ' || application else team end as queue,
    case when own_team then partner else 'STS' end as organisation,
    done and ending >= 0.97 as reopened,
    status = 'ON_HOLD' or done and holding < 0.25 as held,
    status = 'CLOSED' and opinion < 0.04 as rated,
    1 + floor(5 * sqrt(pg_temp.u(n, 16)))::int as rating,
    floor(11 * sqrt(pg_temp.u(n, 17)))::int as recommend,
    done and opinion > 0.8 as surveyed,
    status = 'CLOSED' and opinion > 0.96 as answered,
    pg_temp.u(n, 18) < 0.9 as satisfied,
    pg_temp.u(n, 19) < 0.85 as timely,
    partner || '-' || lpad((row_number() over (partition by partner order by logged_at, n))::text, 7, '0') as reference
from placed;

create temp table told on commit drop as
select d.reference, d.n, x.kind, x.sequence,
    date_trunc('milliseconds', d.logged_at + x.part * d.took + x.later) as at,
    case when x.kind = 'ON_HOLD' then d.reason end as reason,
    sha256(convert_to(d.reference || ' ' || x.sequence, 'UTF8')) as digest
from drawn d, lateral (values
    ('LOGGED', 0, 0.0, interval '0', true),
    ('ASSIGNED', 1, 0.05, interval '0', d.status <> 'NEW'),
    ('STARTED', 2, 0.1, interval '0', d.status not in ('NEW', 'ASSIGNED', 'CANCELLED')),
    ('ON_HOLD', 3, 0.3, interval '0', d.held),
    ('RESUMED', 4, 0.5, interval '0', d.held and d.done),
    ('RESOLVED', 5, 0.7, interval '0', d.reopened),
    ('REOPENED', 6, 0.8, interval '0', d.reopened),
    ('RESOLVED', 7, 1.0, interval '0', d.done),
    ('CANCELLED', 8, 1.0, interval '0', d.status = 'CANCELLED'),
    ('RATED', 9, 1.0, interval '1 day', d.rated),
    ('CLOSED', 10, 1.0, interval '5 days', d.status = 'CLOSED'))
    x(kind, sequence, part, later, happened)
-- Of a ticket that is still open only what lies behind us has happened.
where x.happened and d.logged_at + x.part * d.took + x.later <= ':until'::timestamptz;
analyze drawn;
analyze told;
