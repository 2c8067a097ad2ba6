-- Revision ID: bb01c013cd33
-- Description: add order notes
-- Revises: cf20fc9f5262
-- Create Date: 2026-10-16 10:15:00 UTC

-- Upgrade
ALTER TABLE orders ADD COLUMN notes text;

-- Downgrade
ALTER TABLE orders DROP COLUMN notes;
