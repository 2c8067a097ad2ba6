-- Revises: 003, 004

-- Upgrade
