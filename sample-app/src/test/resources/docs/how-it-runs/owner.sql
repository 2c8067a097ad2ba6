CREATE ROLE trading_owner;
CREATE ROLE trading_deployer LOGIN PASSWORD '...';
GRANT trading_owner TO trading_deployer;
GRANT CREATE ON DATABASE trading TO trading_owner;
GRANT USAGE, CREATE ON SCHEMA public TO trading_owner;
