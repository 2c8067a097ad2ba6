CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT '1', b text DEFAULT 'true', c text, d text, e text, f text, g text, h text);
CREATE INDEX t_c ON t (c);
CREATE INDEX t_low ON t (lower(d));
