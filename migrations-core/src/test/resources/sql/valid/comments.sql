/* before; it */ SELECT 1 /* inside; */ + 2 -- behind; it
;
/* nested /* comment; */ still; */ SELECT 3;
-- it's a quote in a comment
SELECT 4 -- $$ neither this
  , 5;
/**/ SELECT 6 /***/ ; /* // ** */ SELECT 7;
SELECT 8; -- after the semicolon
/* only a comment */;
-- the end