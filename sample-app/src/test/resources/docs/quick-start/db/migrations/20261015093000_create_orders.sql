-- Revision ID: cf20fc9f5262
-- Description: create orders
-- Revises:
-- Create Date: 2026-10-15 09:30:00 UTC

-- Upgrade
CREATE TABLE orders (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL,
  placed_at  timestamptz NOT NULL DEFAULT now()
);

-- Downgrade
DROP TABLE orders;
