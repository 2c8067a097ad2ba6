CREATE TYPE pt AS (x bigint, y int);
CREATE TYPE seg AS (p pt, q pt, n text);
CREATE DOMAIN dseg AS seg;
CREATE TABLE t (id int, s seg DEFAULT ROW(ROW(1,2)::pt, ROW(3,4)::pt, 'd')::seg, ss seg[], ds dseg);
CREATE VIEW v AS SELECT (s).n FROM t;
CREATE FUNCTION len(pt) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x::int';
CREATE INDEX i ON t (len((s).p));
