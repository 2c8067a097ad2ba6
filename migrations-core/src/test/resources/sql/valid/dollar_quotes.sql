SELECT $$it's; "one" -- no comment /* nor this$$;
SELECT $tag$ $$ ; $other$ ; $tag$;
SELECT $ümlaut$ ; $ümlaut$, $_1$;$_1$;
CREATE TABLE a$1$b (c$$ int);
SELECT c$$ FROM a$1$b;
SELECT 1$$;$$, $a$ $b$a$;
PREPARE p AS SELECT $1::int, $2::text;
DO $do$
BEGIN
    EXECUTE $sql$SELECT 1; SELECT 2;$sql$;
END;
$do$;
SELECT $A$ $a$ ; $A$;
