-- What must not be published of a payment. The Local Government Transparency Code 2015 has every payment over 500 pounds
-- published, without names of natural persons and commercial secrets.
create table payment_redaction (
    journal     uuid        primary key references journal,
    reason      text        not null check (reason in ('PERSONAL_DATA', 'COMMERCIAL_CONFIDENCE')),
    recorded_at timestamptz not null,
    recorded_by text        not null
);
comment on table payment_redaction is 'Payments whose beneficiary and purpose are never published';
create trigger payment_redaction_append_only before update or delete or truncate on payment_redaction
    for each statement execute function facts_are_never_edited();

alter table payment_redaction enable row level security;
alter table payment_redaction force row level security;
create policy payment_redaction_scope on payment_redaction
    using (current_setting('jointdesk.scope', true) = '*')
    with check (current_setting('jointdesk.scope', true) = '*');
grant select, insert on payment_redaction to ${app};

create index journal_by_day on journal (posted_on, entered);
