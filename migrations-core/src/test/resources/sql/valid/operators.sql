SELECT 1-2, 1--2
 , 3;
SELECT 1*/* comment; */2;
SELECT 1+-+-1, 2<-1, '{1}'::int[] @> '{2}', 5!=-1;
SELECT @-5 @ ;
SELECT a[1:2], a[:1], b::"char", c::pg_catalog.int4 FROM (SELECT ARRAY[1,2] AS a, 'x' AS b, 1 AS c) AS t;
SELECT 1.5e10, .5, 1., 1e-3;
SELECT make_interval(days => 1), 'a' ~ 'b', 1 <> 2, 3 >= 2, 1 = ANY ('{1}'), '{"a":1}'::jsonb #>> '{a}', '{"a":1}'::jsonb ? 'a';
