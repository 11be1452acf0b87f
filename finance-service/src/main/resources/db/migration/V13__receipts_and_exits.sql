-- What partners paid, and what is settled with a partner that leaves. Facts: nothing is edited.
create table receipt (
    id           uuid        primary key,
    partner      text        not null references funding_partner,
    bill         uuid        references bill,
    amount_pence bigint      not null check (amount_pence <> 0),
    received_on  date        not null,
    reference    text        not null,
    journal      uuid        not null references journal,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    unique (partner, reference),
    check (amount_pence > 0 or bill is null)
);
comment on column receipt.bill is 'The invoice it pays; null for money on account';
comment on column receipt.amount_pence is 'Below zero for money paid back to the partner';
create index receipt_of_bill on receipt (bill);

create table exit_statement (
    id            uuid        primary key,
    partner       text        not null references funding_partner,
    noticed_on    date        not null,
    leaving_on    date        not null,
    notice_months smallint    not null check (notice_months between 0 and 120),
    source        text        not null,
    assumption    boolean     not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    check (leaving_on >= noticed_on)
);
comment on column exit_statement.leaving_on is 'Last day of membership';
comment on column exit_statement.source is 'Where notice, last day and the months of notice due are agreed';

create table exit_item (
    statement    uuid     not null references exit_statement,
    item         smallint not null,
    partner      text     not null,
    kind         text     not null check (kind in ('ASSET', 'LIABILITY', 'COMMITMENT')),
    code         text     not null,
    title        text     not null,
    amount_pence bigint   not null check (amount_pence > 0),
    share_pence  bigint   not null check (share_pence between 0 and amount_pence),
    ratio        text     not null,
    source       text     not null,
    assumption   boolean  not null,
    primary key (statement, item),
    unique (statement, code)
);
comment on column exit_item.amount_pence is 'Of the whole service; share_pence is the leaving partner''s';

create table exit_final (
    statement   uuid        primary key references exit_statement,
    partner     text        not null,
    document    text        not null,
    digest      text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);
comment on table exit_final is 'A statement as both sides settle by it, word for word';

do $$
declare
    held text;
begin
    foreach held in array array ['receipt', 'exit_statement', 'exit_item', 'exit_final'] loop
        execute format('alter table %I enable row level security', held);
        execute format('alter table %I force row level security', held);
        execute format('create policy %I on %I using (current_setting(''jointdesk.scope'', true) = ''*'''
            || ' or partner = any (string_to_array(current_setting(''jointdesk.scope'', true), '','')))'
            || ' with check (current_setting(''jointdesk.scope'', true) = ''*'''
            || ' or partner = any (string_to_array(current_setting(''jointdesk.scope'', true), '','')))',
            held || '_scope', held);
        execute format('create trigger %I before update or delete or truncate on %I'
            || ' for each statement execute function facts_are_never_edited()', held || '_append_only', held);
    end loop;
end
$$;

grant select, insert on receipt, exit_statement, exit_item, exit_final to ${app};
