-- An import says itself which payees are natural persons, and their payments are published without names from the first
-- day. What somebody decides of a payment later goes before it, either way: the last decision counts.
alter table imported_line add column natural_person boolean not null default false;
comment on column imported_line.natural_person is 'The sender says that the payee is one; its profile says by what words';
create index imported_line_natural on imported_line (journal) where natural_person;

alter table payment_redaction drop constraint payment_redaction_pkey;
alter table payment_redaction
    add column entered bigint generated always as identity primary key,
    add column note text,
    alter column reason drop not null;
create index payment_redaction_last on payment_redaction (journal, entered desc);
comment on table payment_redaction is 'What was decided about publishing the beneficiary and purpose of payments; the last counts';
comment on column payment_redaction.reason is 'Why they are never published; null when they may be after all';
comment on column payment_redaction.note is 'Why it was decided, for who looks into it later';
