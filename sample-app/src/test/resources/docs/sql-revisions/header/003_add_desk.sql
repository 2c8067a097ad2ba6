-- Revises: 001

ALTER TABLE orders ADD COLUMN desk text;
