-- Upgrade
CREATE TABLE orders (id int PRIMARY KEY);
-- Downgrade
SELECT 'nobody ever goes back here';
