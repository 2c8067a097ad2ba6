-- db/migrations/before_each_upgrade.sql
SET ROLE app_owner;
