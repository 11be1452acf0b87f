-- What other rules need to know of a resolved ticket, so that thousands are judged again in the time it takes to read
-- them. Empty for tickets folded before this column came, and for lives that only their events tell: those are folded
-- from their events.
alter table ticket_fact add column interruptions text;
comment on column ticket_fact.interruptions is 'When it was on hold or over before its last resolution: SAME or CHANGED (its terms once were others), then reason, from and to in epoch milliseconds';
