SELECT '😀😀', $a$;
