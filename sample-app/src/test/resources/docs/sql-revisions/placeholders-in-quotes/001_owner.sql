COMMENT ON TABLE orders IS 'read by ${reader}';
CREATE FUNCTION owner() RETURNS text LANGUAGE sql AS $$ SELECT '${reader}' $$;
