-- Revises:

-- Upgrade
CREATE TABLE orders (qty int);

-- Downgrade
DROP TABLE orders;
