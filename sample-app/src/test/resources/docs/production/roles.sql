CREATE ROLE shop_owner;
CREATE ROLE shop_deployer LOGIN PASSWORD 'change-me';
CREATE ROLE shop_app LOGIN PASSWORD 'change-me-too';
GRANT shop_owner TO shop_deployer;

-- Tables belong to shop_owner; the application reads and writes them.
GRANT USAGE, CREATE ON SCHEMA public TO shop_owner;
GRANT USAGE ON SCHEMA public TO shop_app;
ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO shop_app;
ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO shop_app;

-- The history, which the application only reads.
CREATE SCHEMA shop_history AUTHORIZATION shop_owner;
GRANT USAGE ON SCHEMA shop_history TO shop_app;
ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner IN SCHEMA shop_history GRANT SELECT ON TABLES TO shop_app;
