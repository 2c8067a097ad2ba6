-- The extension stays: it belongs to the whole database, and may have been there before the upgrade.

DROP INDEX idx_orders_notes_trgm;

ALTER TABLE orders DROP COLUMN notes;
