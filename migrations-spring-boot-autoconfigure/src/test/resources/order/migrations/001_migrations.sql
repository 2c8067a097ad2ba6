INSERT INTO execution (who) VALUES ('migrations');
