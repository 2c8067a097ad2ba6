SELECT 1;
CREATE TABLE a (
  b numeric(10, 2
);
SELECT 2;
