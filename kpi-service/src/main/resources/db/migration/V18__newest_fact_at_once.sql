-- The newest fact is asked for whenever a pack is published and whenever restatements are looked for. A block range index
-- cannot tell it: of a million tickets it took seconds, in which no fact could come in.
drop index fact_event_arrival;
create index fact_event_arrival on fact_event (arrival);
