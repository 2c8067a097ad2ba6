-- Upgrade
CREATE TABLE orders (id int PRIMARY KEY);
-- Downgrade
DROP TABLE orders;
