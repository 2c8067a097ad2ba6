CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT 0, b boolean DEFAULT false, c smallint, d boolean);
