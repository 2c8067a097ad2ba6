-- psql differs: it counts every CASE and END, also where they are only names.
CREATE FUNCTION begin() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION labels() RETURNS SETOF record
BEGIN ATOMIC
    SELECT 1 AS end, t.case FROM (SELECT 1 AS "case") AS t;
END;
SELECT 1;
