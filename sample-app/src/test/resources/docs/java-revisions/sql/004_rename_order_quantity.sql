-- Revises: 003

-- Upgrade
ALTER TABLE orders RENAME COLUMN qty TO quantity;
CREATE INDEX ix_orders_quantity ON orders (quantity);

-- Downgrade
DROP INDEX ix_orders_quantity;
ALTER TABLE orders RENAME COLUMN quantity TO qty;
