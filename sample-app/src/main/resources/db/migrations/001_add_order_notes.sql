-- The upgrade of a pair; the downgrade is in 001_add_order_notes_rollback.sql.
-- A search such as  notes ILIKE '%margin%'  is answered from the trigrams in the index.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

ALTER TABLE orders ADD COLUMN notes text;

CREATE INDEX idx_orders_notes_trgm ON orders USING gin (notes gin_trgm_ops);
