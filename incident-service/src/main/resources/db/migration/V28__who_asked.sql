-- Who asked does not approve. Of requests from before this was written down nobody knows who asked.
alter table catalogue_request add column asked_by text;
comment on column catalogue_request.asked_by is 'The subject of the token, as in audit_entry; written once';
