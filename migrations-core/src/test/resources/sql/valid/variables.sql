SELECT a[1:2], :x, 1:: text, ':''x'':"y"' FROM t;
SELECT a[lo:"hi"] FROM t;
SELECT b::"char" FROM t;
