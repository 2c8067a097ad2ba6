SELECT 'it''s; one';
SELECT 'a\'; SELECT 'b';
SELECT E'a\';b', e'c\\', E'it''s \' ; ';
SELECT U&'d\0061t;\+000061', u&'x!0061;' UESCAPE '!';
SELECT B'10', x'1F', N'n;n', b'1' /* ; */;
SELECT 'one'
  'two;'
  -- a comment may stand between; the parts
  'three';
SELECT 'x' AS "a;""b", U&"d\0061t;" FROM (VALUES (1)) AS v("d\0061t;");
SELECT 1 AS "backslash\", 2 AS "next";
SELECT abcE'x\';
SELECT '', '''', ''';';
