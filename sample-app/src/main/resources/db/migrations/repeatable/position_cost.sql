CREATE OR REPLACE FUNCTION position_cost(quantity numeric, average_price numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE
AS $$ SELECT round(quantity * average_price, 2) $$;
