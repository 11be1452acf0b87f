-- Which resolutions were part of a bulk closure, so that it can be seen beside the figures of the month it fell into
-- (Lewisham cleared its backlog so; Lincolnshire's KPI 09 of June 2021 was mitigated for it).
alter table fact_event add column bulk_closure text;
comment on column fact_event.bulk_closure is 'The bulk closure that wrote the event, as incident-service names it';

alter table ticket_fact add column bulk_closure text;
comment on column ticket_fact.bulk_closure is 'The bulk closure that its last resolution was part of; null of every other ticket';
create index ticket_fact_bulk_closed on ticket_fact (counted_on, partner) where bulk_closure is not null;

-- The feed told this before and nobody here listened. The facts are incident-service's: they are read again from the first
-- one, and everything that follows from them is folded again.
alter table fact_event disable trigger fact_event_is_append_only;
truncate fact_event, ticket_fact, open_spell, response_fact, rating, outcome_month, movement_month;
alter table fact_event enable trigger fact_event_is_append_only;
update feed_position set position = null, as_at = null, read_to_end_at = null, sources_done_at = null;
