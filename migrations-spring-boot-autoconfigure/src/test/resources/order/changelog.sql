--liquibase formatted sql
--changeset tests:1
INSERT INTO execution (who) VALUES ('liquibase');
