-- The scope of a transaction is read once a statement and not once a row: a dashboard over five years adds up sixty
-- thousand kept counts, and half of its time went into reading the same setting again. Who sees what stays as it was, and
-- so does the case, of which the planner supposes that it leaves half of the rows.

do $$
declare
    kept text;
begin
    foreach kept in array array['outcome_month', 'movement_month', 'category_month', 'opinion_month'] loop
        execute format($policy$
            alter policy %1$s_scope on %1$I
                using (case when (select current_setting('jointdesk.scope', true)) = '*' then true
                    else partner = any ((select string_to_array(current_setting('jointdesk.scope', true), ','))::text[])
                    end)
            $policy$, kept);
    end loop;
end $$;
