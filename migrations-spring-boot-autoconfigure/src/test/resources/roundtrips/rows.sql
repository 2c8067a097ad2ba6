INSERT INTO orders VALUES (1, 'a long note');
