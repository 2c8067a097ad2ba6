GRANT SELECT ON migrations_revision, migrations_journal, migrations_repeatable TO trading_app;
