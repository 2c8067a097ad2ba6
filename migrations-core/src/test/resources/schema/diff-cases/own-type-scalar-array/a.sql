CREATE TABLE t (id int PRIMARY KEY, a int, b text[], c int[], d varchar(10)[], e int);
