CREATE TABLE t (id int, a int, b int, c int NOT NULL, CONSTRAINT t_a UNIQUE (a), CONSTRAINT t_pk PRIMARY KEY (id));
CREATE UNIQUE INDEX t_b ON t (b) INCLUDE (c);
