-- Revision ID: 6d17c9e6ebc0
-- Description: add fees
-- Revises: cf20fc9f5262
-- Create Date: 2026-10-16 11:00:00 UTC

-- Upgrade
CREATE TABLE order_fees (
  order_id bigint PRIMARY KEY REFERENCES orders,
  amount   numeric(18, 4) NOT NULL
);

-- Downgrade
DROP TABLE order_fees;
