-- Revision ID: 6df859b465fa
-- Description: merge bb01c013cd33 and 6d17c9e6ebc0
-- Revises: bb01c013cd33, 6d17c9e6ebc0
-- Create Date: 2026-10-17 09:00:00 UTC

-- Upgrade

-- Downgrade
