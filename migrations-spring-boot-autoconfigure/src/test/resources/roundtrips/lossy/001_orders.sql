-- Upgrade
CREATE TABLE orders (id int PRIMARY KEY, note text);
-- Downgrade
DROP TABLE orders;
