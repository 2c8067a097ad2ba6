CREATE TABLE t (a text, b text);
COPY t FROM STDIN; -- the rows; follow
it's	one
\.x	;
	"
\.
SELECT 1;
copy public.t (a, b) from stdin with (format csv, header true, delimiter ';');
a;b
"x;
y";2
\.
COPY t FROM STDOUT;
\.
COPY t FROM '/nonexistent;';
COPY t FROM PROGRAM 'false;';
COPY (SELECT a FROM t) TO '/nonexistent/file';
SELECT count(*) FROM t