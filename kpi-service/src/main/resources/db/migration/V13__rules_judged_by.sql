-- By which rules everything stands judged. When the rules change, all tickets are judged again, a batch a transaction.
alter table feed_position
    add column judged_by    text,
    add column judging_by   text,
    add column judged_up_to text;
comment on column feed_position.judged_by is 'Digest of the rules by which every ticket is judged; null before the first time';
comment on column feed_position.judging_by is 'Digest of the rules by which tickets are being judged again';
comment on column feed_position.judged_up_to is 'The last ticket that was judged again by them';
