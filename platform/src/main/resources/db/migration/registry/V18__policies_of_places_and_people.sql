-- A desk of a place and a desk of named people have policies of their own, each for its role. "This place or those people"
-- in one condition keeps PostgreSQL from the index and asks for the settings once a row.
alter policy scope on registry.elder to sangyu_app
    using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
    with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true));
create policy people on registry.elder to sangyu_personal
    using (id = any(nullif(current_setting('app.people', true), '')::uuid[]))
    with check (id = any(nullif(current_setting('app.people', true), '')::uuid[]));

do $$
declare
    one text;
begin
    foreach one in array array['identity', 'residence', 'household', 'contact', 'tag', 'ability', 'ltci', 'institution',
        'account', 'life', 'receipt']
    loop
        execute format($policy$
            alter policy scope on registry.%1$I to sangyu_app
                using (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
                with check (place >= current_setting('app.lo', true) and place < current_setting('app.hi', true))
            $policy$, one || '_fact');
        execute format($policy$
            create policy people on registry.%1$I to sangyu_personal
                using (elder = any(nullif(current_setting('app.people', true), '')::uuid[]))
                with check (elder = any(nullif(current_setting('app.people', true), '')::uuid[]))
            $policy$, one || '_fact');
    end loop;
end
$$;
