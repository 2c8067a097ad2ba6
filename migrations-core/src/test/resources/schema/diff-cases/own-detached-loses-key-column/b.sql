CREATE TABLE pay (id integer NOT NULL, at date NOT NULL, PRIMARY KEY (at, id)) PARTITION BY RANGE (at);
CREATE INDEX pay_at_idx ON pay (at);
CREATE TABLE pay_1 (id integer NOT NULL);
