-- Create Date: 2024-10-15

-- The check follows the column by itself, its name does not.

-- Upgrade
ALTER TABLE orders RENAME COLUMN qty TO quantity;
ALTER TABLE orders RENAME CONSTRAINT orders_qty_check TO orders_quantity_check;

-- Downgrade
ALTER TABLE orders RENAME CONSTRAINT orders_quantity_check TO orders_qty_check;
ALTER TABLE orders RENAME COLUMN quantity TO qty;
