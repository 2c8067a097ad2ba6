GRANT SELECT, INSERT, DELETE ON migrations_revision TO app;
GRANT SELECT, INSERT ON migrations_journal TO app;
GRANT SELECT, INSERT, UPDATE ON migrations_repeatable TO app;
