CREATE TYPE inner_c AS (p int, q int);
CREATE TYPE outer_c AS (i inner_c, n text);
CREATE TABLE t (o outer_c, x inner_c);
