CREATE FUNCTION one() RETURNS int
LANGUAGE sql
BEGIN ATOMIC
    SELECT 1;
    SELECT CASE WHEN true THEN CASE WHEN false THEN 1 ELSE 2 END END;
END;
create or /* or; not */ replace procedure two(a int DEFAULT (CASE WHEN true THEN 1 END))
begin atomic
    select a;
end
;
CREATE FUNCTION three() RETURNS int RETURN CASE WHEN true THEN 3 END;
CREATE OR REPLACE FUNCTION four() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 4; END;';
BEGIN;
SELECT CASE WHEN true THEN 1 END;
END;
CREATE TABLE "function" ("begin" int);
SELECT one(), three();
