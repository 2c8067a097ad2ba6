CREATE TABLE orders (id bigint PRIMARY KEY, account_id bigint NOT NULL, amount numeric NOT NULL);
