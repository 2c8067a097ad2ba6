CREATE TABLE t (id serial PRIMARY KEY, a text);
CREATE TABLE u (id bigint NOT NULL, a text);
