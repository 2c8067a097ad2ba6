-- Revises: 006, 7d20c1f4aa10
-- Create Date: 2024-11-18

-- Joins the branch 'billing' to the main line, which makes one head of two. A merge may be empty. The files after it
-- say what they revise, as a file without 'Revises' follows the last one without: 006.

-- Upgrade

-- Downgrade
