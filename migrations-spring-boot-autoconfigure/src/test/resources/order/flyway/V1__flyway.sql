INSERT INTO execution (who) VALUES ('flyway');
