CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 2, b boolean DEFAULT true, c uuid, d jsonb, e int[], f date, g bytea, h inet);
CREATE INDEX t_c ON t (c);
