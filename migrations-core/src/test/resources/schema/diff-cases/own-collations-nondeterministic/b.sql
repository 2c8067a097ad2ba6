CREATE COLLATION ci (provider = icu, locale = 'de-u-ks-level1', deterministic = false);
CREATE TABLE t (a text COLLATE ci UNIQUE, b varchar(5) COLLATE ci);
