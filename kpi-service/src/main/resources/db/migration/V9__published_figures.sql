-- Tables published elsewhere, as they were published: to be compared with what this service counts. Append-only; a
-- better reading of a source is a table of its own.
create table published_table (
    id          uuid primary key,
    title       text not null,
    source      text not null,
    scope       text not null,
    as_at       date not null,
    recorded_at timestamptz not null,
    recorded_by text not null
);
comment on column published_table.source is 'Document and page; tables of one source are held against each other';
comment on column published_table.scope is 'What is in and what is not, in the words of the source';
create index published_table_newest on published_table (recorded_at desc, id);

create table published_figure (
    table_id      uuid not null references published_table,
    number        integer not null,
    measure       text not null
        check (measure in ('VOLUME', 'RESOLVED', 'COMPLIANCE', 'MONTHLY_AVERAGE', 'KPI_COUNT')),
    series        text,
    priority      text,
    partner       text,
    period_label  text not null,
    period_from   date not null,
    period_to     date not null check (period_to >= period_from),
    stated_months integer,
    value         numeric not null,
    total         numeric,
    scope         text not null,
    primary key (table_id, number)
);

create trigger published_table_is_append_only before update or delete or truncate on published_table
    for each statement execute function refuse_change();
create trigger published_figure_is_append_only before update or delete or truncate on published_figure
    for each statement execute function refuse_change();

-- They hold every partner's figures side by side, so only who works for all partners sees them.
alter table published_table enable row level security;
alter table published_table force row level security;
create policy published_table_scope on published_table
    using (current_setting('jointdesk.scope', true) = '*')
    with check (current_setting('jointdesk.scope', true) = '*');
alter table published_figure enable row level security;
alter table published_figure force row level security;
create policy published_figure_scope on published_figure
    using (current_setting('jointdesk.scope', true) = '*')
    with check (current_setting('jointdesk.scope', true) = '*');

grant select, insert on published_table, published_figure to ${app};
