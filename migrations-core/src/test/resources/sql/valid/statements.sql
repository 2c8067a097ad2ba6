-- Two in one line, an empty one, and a last one without its semicolon.
SELECT 1; SELECT 2;;
 ;
  CREATE TABLE a (id int);

ALTER TABLE a
    ADD COLUMN b text
;
SELECT 'last'
