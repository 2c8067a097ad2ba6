-- Revision ID: 4f1c2a9be03d
-- Revises: 004
-- Branch labels: billing
-- Create Date: 2024-11-04

-- A branch beside 005 and 006, written by another team at the same time. The header names its place in the graph, so
-- folder and file name don't; the name only repeats the id, so that a listing reads well.

-- Upgrade
CREATE TABLE order_fees (
  order_id   bigint PRIMARY KEY REFERENCES orders ON DELETE CASCADE,
  amount     numeric(18, 4) NOT NULL CONSTRAINT order_fees_amount_check CHECK (amount >= 0),
  source     text NOT NULL CONSTRAINT order_fees_source_check CHECK (source IN ('trade', 'backfill')),
  charged_at timestamptz NOT NULL DEFAULT now()
);

-- Downgrade
DROP TABLE order_fees;
