CREATE TYPE ty AS (a int, b text);
CREATE TABLE t (a int, b text);
CREATE TABLE u OF ty (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'x');
