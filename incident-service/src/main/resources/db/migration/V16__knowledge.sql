-- What the desk knows, written down once, and for whom. An article's versions and uses are append-only.

create table knowledge_article (
    id           uuid primary key,
    title        text        not null,
    body         text        not null,
    keywords     text[]      not null,
    state        text        not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    -- PUBLIC: every partner; PARTNERS: those listed; DESK: nobody but the desk.
    audience     text        not null check (audience in ('PUBLIC', 'PARTNERS', 'DESK')),
    partners     text[]      not null,
    review_on    date        not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    published_at timestamptz,
    version      bigint      not null,
    -- array_to_string is not immutable, so the words are put together where the row is written.
    keyword_text text        not null,
    search       tsvector    not null generated always as (
        setweight(to_tsvector('english'::regconfig, title), 'A')
            || setweight(to_tsvector('english'::regconfig, keyword_text), 'B')
            || setweight(to_tsvector('english'::regconfig, body), 'C')) stored,
    check ((audience = 'PARTNERS') = (cardinality(partners) > 0))
);
create index knowledge_search on knowledge_article using gin (search);
create index knowledge_review on knowledge_article (review_on, id) where state = 'PUBLISHED';

create table knowledge_version (
    article    uuid        not null references knowledge_article,
    version    bigint      not null,
    title      text        not null,
    body       text        not null,
    keywords   text[]      not null,
    state      text        not null,
    audience   text        not null,
    partners   text[]      not null,
    review_on  date        not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (article, version)
);
create trigger knowledge_version_is_append_only before update or delete or truncate on knowledge_version
    for each statement execute function refuse_change();

-- Each reading, and each time an article has solved somebody's problem.
create table knowledge_use (
    id      bigint generated always as identity primary key,
    article uuid        not null references knowledge_article,
    kind    text        not null check (kind in ('VIEWED', 'SOLVED')),
    partner text references partner,
    ticket  text references ticket,
    at      timestamptz not null,
    client  text        not null
);
create index knowledge_use_article on knowledge_use (article, kind);
create index knowledge_use_ticket on knowledge_use (ticket) where ticket is not null;
create unique index knowledge_use_solved_once on knowledge_use (article, ticket) where kind = 'SOLVED' and ticket is not null;
create trigger knowledge_use_is_append_only before update or delete or truncate on knowledge_use
    for each statement execute function refuse_change();

-- A partner reads what is published and meant for it; only who sees everybody writes.
alter table knowledge_article enable row level security;
alter table knowledge_article force row level security;
create policy knowledge_article_read on knowledge_article for select
    using (current_setting('jointdesk.scope', true) = '*'
        or (state = 'PUBLISHED' and current_setting('jointdesk.scope', true) <> ''
            and (audience = 'PUBLIC'
                or partners && string_to_array(current_setting('jointdesk.scope', true), ','))));
create policy knowledge_article_add on knowledge_article for insert
    with check (current_setting('jointdesk.scope', true) = '*');
create policy knowledge_article_change on knowledge_article for update
    using (current_setting('jointdesk.scope', true) = '*');

alter table knowledge_version enable row level security;
alter table knowledge_version force row level security;
create policy knowledge_version_scope on knowledge_version
    using (current_setting('jointdesk.scope', true) = '*');

alter table knowledge_use enable row level security;
alter table knowledge_use force row level security;
create policy knowledge_use_scope on knowledge_use
    using (current_setting('jointdesk.scope', true) = '*'
        or partner = any (string_to_array(current_setting('jointdesk.scope', true), ',')));

grant select, insert, update on knowledge_article to ${app};
grant select, insert on knowledge_version, knowledge_use to ${app};

-- What every shared desk is asked in its first week. Row-level security holds for the owner too.
set local jointdesk.scope = '*';

insert into knowledge_article (id, title, body, keywords, keyword_text, state, audience, partners, review_on, created_at,
    changed_at, changed_by, published_at, version)
select id::uuid, title, body, string_to_array(words, ', '), words, 'PUBLISHED', audience, '{}', date '2027-04-01',
    '2026-01-05T09:00:00Z', '2026-01-05T09:00:00Z', 'seed', '2026-01-05T09:00:00Z', 1
from (values
('5b0a3f7e-4c1d-4a39-8d5e-1f6f0a9c1001', 'Remote access does not connect', 'PUBLIC', 'VPN, remote access, home working, laptop, token',
'## Before you call

1. Check that the laptop has a connection at all: open any public website.
2. Restart the laptop. The connection starts by itself after you sign in; wait two minutes.
3. If you are on a hotel or train network, open a website first and accept its terms.
4. Look at the clock of the laptop. If it is wrong by more than five minutes, sign-in is refused.

## If it asks for a code and refuses it

Codes are valid for a short time and once only. Wait for the next one. After five wrong codes the account is locked for
thirty minutes.

## If it still does not connect

Raise an incident and say **where you are**, **since when**, and **the words of the message**. If several colleagues in
different places cannot connect, say so: it is then one fault for many, and it is treated with a higher priority.
'),
('5b0a3f7e-4c1d-4a39-8d5e-1f6f0a9c1002', 'Reset a forgotten password', 'PUBLIC', 'password, locked, account, sign in, forgotten',
'## Do it yourself

1. On the sign-in page choose *Forgotten password*.
2. Confirm with the app or the phone number that you registered.
3. Choose a new password of three words that have nothing to do with each other.

The new password works at once in the office. On a laptop at home, connect to remote access with the **old** password
first, or wait until you are in the office.

## If your account is locked

It opens by itself after thirty minutes. The desk can open it sooner when your manager confirms who you are. The desk
never asks for a password; tell nobody, the desk included.
'),
('5b0a3f7e-4c1d-4a39-8d5e-1f6f0a9c1003', 'Telephones are dead or calls drop', 'PUBLIC', 'telephony, phone, calls, contact centre, headset, outage',
'## One telephone

1. Unplug the headset and plug it in again, then choose it in the sound settings.
2. Sign out of the telephone app and in again.
3. Call a colleague and a mobile number: say in the ticket which of the two fails.

## A whole team or the contact centre

Do not raise a ticket each. One person reports it as an incident for the *whole department* and names the numbers that
the public calls. Lines for safeguarding and out-of-hours duty are moved to their stand-by numbers by the desk on
request, without waiting for the repair.
'),
('5b0a3f7e-4c1d-4a39-8d5e-1f6f0a9c1004', 'Nothing comes out of the printer', 'PUBLIC', 'printing, printer, scan, badge, queue',
'## Try these first

1. Hold your badge to **another** printer: your pages wait in one queue and come out where you are.
2. Look at the display. Paper, toner and jams are mended on the spot; the office has a key for the paper store.
3. If your badge is not known, register it again with your user name and password at the printer.

## When to report it

When two printers on one site do not take your badge, or pages from one application only do not print. Give the number on
the printer''s label.
'),
('5b0a3f7e-4c1d-4a39-8d5e-1f6f0a9c1005', 'Taking a call that concerns several councils', 'DESK', 'major incident, several councils, triage, priority',
'1. Ask which council, which building, how many people, and whether there is a way round.
2. Search for open tickets with the same words before raising another. Link, do not copy.
3. When a second council reports the same, tell the incident manager **before** writing the ticket.
4. Say to the caller what happens next and when they will hear again.
')
) as seed(id, title, audience, words, body);

insert into knowledge_version (article, version, title, body, keywords, state, audience, partners, review_on, changed_at, changed_by)
select id, version, title, body, keywords, state, audience, partners, review_on, changed_at, changed_by from knowledge_article;
