-- Upgrade
ALTER TABLE order ADD COLUMN total int;
