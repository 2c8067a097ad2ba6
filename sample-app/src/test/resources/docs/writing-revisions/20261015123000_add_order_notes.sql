-- Revision ID: 4f1c2a9be03d
-- Description: add order notes
-- Revises: 008
-- Create Date: 2026-10-15 12:30:00 UTC

-- Upgrade
-- To be written.

-- Downgrade
-- To be written. Nothing to undo: remove this line. No way back: remove the marker, too.
