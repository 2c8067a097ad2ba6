-- db/migrations/after_upgrade.sql
GRANT SELECT ON ALL TABLES IN SCHEMA public TO reporting;
