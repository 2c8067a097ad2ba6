-- Revises: 007
-- Transactional: false
-- Create Date: 2024-11-20

-- CONCURRENTLY lets the application write to orders while the index is built; PostgreSQL runs it only outside a
-- transaction.

-- Upgrade
CREATE INDEX CONCURRENTLY idx_orders_account_placed_at ON orders (account_id, placed_at DESC);

-- Downgrade
DROP INDEX CONCURRENTLY idx_orders_account_placed_at;
