CREATE TYPE fr AS RANGE (subtype = float8);
CREATE TABLE t (id int, r fr, EXCLUDE USING gist (r WITH &&));
CREATE FUNCTION f(fr) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE TABLE u (m datemultirange, mm fr[]);
