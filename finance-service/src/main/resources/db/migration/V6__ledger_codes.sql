-- What a council's own ledger files a line under, where a journal came from, and accounts for what is neither cost nor cash.
create table ledger_code (
    dimension   text   not null check (dimension in ('COST_CENTRE', 'SUBJECTIVE', 'PROJECT')),
    code        text   not null check (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
    title       text   not null,
    active_from date,
    active_to   date,
    source      text   not null,
    version     bigint not null default 1,
    primary key (dimension, code),
    check (active_to >= active_from)
);
comment on table ledger_code is 'Cost centres, subjective codes and projects that lines may name';
grant select, insert, update on ledger_code to ${app};

alter table posting
    add column cost_centre text,
    add column subjective  text,
    add column project     text;

alter table posting drop constraint posting_account_check;
alter table posting add constraint posting_account_check check (account in
    ('EXPENDITURE', 'INCOME', 'CONTRIBUTIONS', 'CREDITORS', 'DEBTORS', 'CASH', 'VAT', 'ACCRUALS', 'SUSPENSE', 'RESERVES'));

alter table journal
    add column source           text,
    add column source_reference text,
    add constraint journal_origin_whole check ((source is null) = (source_reference is null)),
    add constraint journal_origin_once unique (source, source_reference);
comment on column journal.source is 'Null for a journal that somebody entered';
