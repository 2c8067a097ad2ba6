DROP INDEX idx_orders_notes_trgm;

ALTER TABLE orders DROP COLUMN notes;

-- Without CASCADE: where something else uses the extension by now, this refuses and nothing is lost.
DROP EXTENSION pg_trgm;
