CREATE TYPE addr AS (street text, nr int);
CREATE TABLE t (id int PRIMARY KEY, a addr, b addr[]);
CREATE FUNCTION f(addr) RETURNS text LANGUAGE sql AS $$ SELECT ($1).street $$;
CREATE VIEW v AS SELECT (a).street AS s FROM t;
