-- Upgrade
CREATE TABLE orders (id bigint PRIMARY KEY);

-- Downgrade
DROP TABLE orders;
