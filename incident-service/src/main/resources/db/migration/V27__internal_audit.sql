-- That the desk has written a note within the desk is not for the council whose ticket it is about: who may not read what
-- was done is not told, and cannot count, that it was done. An auditor reads both.
alter table audit_entry add column internal boolean not null default false;
