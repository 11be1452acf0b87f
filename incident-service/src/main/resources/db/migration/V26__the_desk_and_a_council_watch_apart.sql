-- A council that names the desk's watcher adds one of its own; it does not take the desk's place.
alter table ticket_watcher drop constraint ticket_watcher_pkey;
create unique index ticket_watcher_key on ticket_watcher (ticket, watcher, partner) nulls not distinct;
