CREATE TABLE b (id int, x int);
CREATE TABLE c (y int) INHERITS (b);
CREATE TABLE lone (id int, x int, y int);
