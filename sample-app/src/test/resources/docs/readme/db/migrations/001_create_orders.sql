-- Upgrade
CREATE TABLE orders (id bigint PRIMARY KEY, notes text);

-- Downgrade
DROP TABLE orders;
