-- Rows of an extract are staged in a temporary table, beside which duplicates are looked for, before they are posted.
-- Where a database is closed to the public nobody but its owner could make one.
do $$
begin
    execute format('grant temporary on database %I to %I', current_database(), '${app}');
end $$;
