-- psql differs: it reads line by line, and takes the second part for a plain string constant.
SELECT E'one\''
  'still \' escaped;';
SELECT e'a\'' -- ; a comment

  -- and another;
  '\';', B'1'
  '0', U&'a'
  '\0061;';
SELECT E'a\'' /* ends it; */ '\';
SELECT E'a\'' '\';
