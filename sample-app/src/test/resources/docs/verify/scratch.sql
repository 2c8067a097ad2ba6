ALTER ROLE trading_deployer CREATEDB;
