-- Sessions of pages that have ended before their tokens did: at the identity provider's word or at their reader's. All
-- replicas look here, so that a copied cookie opens nothing anywhere.
create table ended_session (
    told_by  text        primary key,
    session  text,
    subject  text        not null,
    ended_at timestamptz not null
);
comment on column ended_session.told_by is 'The id of the logout token, which may arrive twice, or of the request to sign out';
comment on column ended_session.session is 'The session''s id at the identity provider (sid); null if all of the subject''s have ended';
comment on column ended_session.subject is 'Whose it was, as the identity provider''s opaque subject; empty if only the session is known';
comment on column ended_session.ended_at is 'Sessions of the subject that began later go on';

create index ended_session_by_id on ended_session (session);
create index ended_session_by_subject on ended_session (subject);
create index ended_session_by_end on ended_session (ended_at);

grant select, insert, delete on ended_session to ${app};
