-- What a review asks to be done is for those who do it, unless it is said to be for the councils too.
alter table major_incident_action add column audience text not null default 'RESOLVERS'
    check (audience in ('USERS', 'COUNCILS', 'LEADERSHIP', 'RESOLVERS'));
