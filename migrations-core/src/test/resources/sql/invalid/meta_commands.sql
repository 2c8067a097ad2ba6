\set x 1
\i other.sql
\copy t from 'a.csv'
SELECT 1 \g
;
SELECT 2 \; SELECT 3;
\.
  \connect other
SELECT
\restrict x
4;
