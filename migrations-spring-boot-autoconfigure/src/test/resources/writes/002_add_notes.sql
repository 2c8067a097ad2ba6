-- Upgrade
ALTER TABLE orders ADD COLUMN notes text DEFAULT 'confidential';
-- Downgrade
ALTER TABLE orders DROP COLUMN notes;
