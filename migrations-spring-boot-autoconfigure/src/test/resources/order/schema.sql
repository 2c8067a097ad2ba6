INSERT INTO execution (who) VALUES ('schema.sql');
