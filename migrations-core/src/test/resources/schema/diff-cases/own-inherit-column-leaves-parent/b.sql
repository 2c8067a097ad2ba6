CREATE TABLE b (id int);
CREATE TABLE c (x int NOT NULL, z int) INHERITS (b);
