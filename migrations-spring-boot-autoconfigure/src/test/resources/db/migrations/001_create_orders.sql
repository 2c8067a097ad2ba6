-- Create Date: 2024-10-15
-- Upgrade
CREATE TABLE orders (id bigint PRIMARY KEY, placed_at timestamptz NOT NULL DEFAULT now());
-- Downgrade
DROP TABLE orders;
