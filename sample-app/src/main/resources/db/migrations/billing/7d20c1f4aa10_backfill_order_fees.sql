-- Revision ID: 7d20c1f4aa10
-- Revises: 4f1c2a9be03d
-- Create Date: 2024-11-05

-- A tenth of a percent for every order from before there were fees. The downgrade takes back only these.

-- Upgrade
INSERT INTO order_fees (order_id, amount, source)
SELECT id, round(quantity * limit_price * 0.001, 4), 'backfill'
  FROM orders
    ON CONFLICT (order_id) DO NOTHING;

-- Downgrade
DELETE FROM order_fees WHERE source = 'backfill';
