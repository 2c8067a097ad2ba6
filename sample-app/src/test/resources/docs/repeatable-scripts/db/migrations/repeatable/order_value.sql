CREATE OR REPLACE FUNCTION order_value(order_id bigint) RETURNS numeric LANGUAGE sql
AS $$ SELECT amount FROM orders WHERE id = order_id $$;
