-- first
SELECT 1,
  'a';

  SELECT 2;-- behind
SELECT 'x'
'y';
