-- one
CREATE TABLE t ();
