CREATE TABLE a (id int, x int);
CREATE TABLE b (id int, y int);
CREATE TABLE c (z int) INHERITS (b, a);
