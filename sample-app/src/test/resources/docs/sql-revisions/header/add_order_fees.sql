-- Revision ID: 4f1c2a9be03d
-- Revises: 001
-- Depends on: billing
-- Create Date: 2024-10-15

ALTER TABLE fees ADD COLUMN order_id bigint REFERENCES orders;
