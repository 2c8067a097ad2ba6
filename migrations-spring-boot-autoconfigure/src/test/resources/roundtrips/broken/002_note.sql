-- Upgrade
ALTER TABLE orders ADD COLUMN note text;
-- Downgrade
SELECT 'forgotten';
