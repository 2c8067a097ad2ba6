CREATE TABLE m1 (id int PRIMARY KEY, v text);
CREATE TABLE m2 (id int NOT NULL, v text);
