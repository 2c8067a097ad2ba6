INSERT INTO orders (id, note) VALUES (1, 'a long note');
-- After: 002
INSERT INTO lines (order_id) VALUES (1);
