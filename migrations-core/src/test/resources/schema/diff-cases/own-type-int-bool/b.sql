CREATE TABLE t (id int PRIMARY KEY, a boolean NOT NULL DEFAULT false, b int DEFAULT 0, c boolean, d smallint);
