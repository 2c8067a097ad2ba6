CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE TABLE u (id int PRIMARY KEY);
CREATE PUBLICATION p1 FOR TABLE t;
CREATE EXTENSION postgres_fdw;
CREATE SERVER srv FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'x');
CREATE FOREIGN TABLE ft (id int OPTIONS (column_name 'i'), a text) SERVER srv OPTIONS (table_name 'q');
