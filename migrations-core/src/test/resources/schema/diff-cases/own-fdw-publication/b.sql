CREATE TABLE t (id int PRIMARY KEY, a bigint);
CREATE TABLE u (id int PRIMARY KEY);
CREATE PUBLICATION p1 FOR TABLE t (id, a) WHERE (a > 0), TABLE u WITH (publish = 'insert');
CREATE PUBLICATION p2 FOR ALL TABLES;
CREATE EXTENSION postgres_fdw;
CREATE SERVER srv FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'y', port '5');
CREATE FOREIGN TABLE ft (id int OPTIONS (column_name 'j'), b text) SERVER srv OPTIONS (table_name 'q', schema_name 's');
