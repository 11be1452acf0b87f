-- What was authorised was to close these tickets once. After an undo, carrying the same list out again would close what
-- somebody has just taken back; they look again first.
alter table bulk_closure add column carried_out_by uuid;
comment on column bulk_closure.carried_out_by is 'Of a dry run: the bulk closure that was made of it';
-- Row-level security holds for the owner too.
set local jointdesk.scope = '*';
update bulk_closure shown set carried_out_by = done.id
    from bulk_closure done where done.dry_run = shown.id and shown.status = 'PLANNED';
reset jointdesk.scope;
grant update (carried_out_by) on bulk_closure to ${app};
