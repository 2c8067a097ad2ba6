-- Upgrade
CREATE TABLE lines (id int);
-- Downgrade
DROP TABLE lines;
