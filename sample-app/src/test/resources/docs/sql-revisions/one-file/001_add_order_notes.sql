-- 001_add_order_notes.sql

-- Upgrade
ALTER TABLE orders ADD COLUMN notes text;

-- Downgrade
ALTER TABLE orders DROP COLUMN notes;
