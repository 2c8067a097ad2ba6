-- Revises: 001

ALTER TABLE orders ADD COLUMN trader text;
