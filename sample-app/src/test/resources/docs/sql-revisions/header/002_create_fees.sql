-- Revises:
-- Branch labels: billing

CREATE TABLE fees (amount numeric);
