-- Upgrade
ALTER TABLE orders ALTER COLUMN note TYPE varchar(3) USING left(note, 3);
-- Downgrade
ALTER TABLE orders ALTER COLUMN note TYPE text;
