CREATE TABLE b (id int, x int NOT NULL);
CREATE TABLE c (z int) INHERITS (b);
