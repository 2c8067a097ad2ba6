DROP TRIGGER append_only ON migrations_journal;
