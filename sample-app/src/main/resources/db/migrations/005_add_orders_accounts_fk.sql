-- NOT VALID: from here on new rows are checked. The rows that are there wait for 006, in a transaction of its own, so
-- that the lock on both tables lasts a moment and not as long as reading all of orders takes.

-- Upgrade
ALTER TABLE orders ADD CONSTRAINT fk_orders_accounts FOREIGN KEY (account_id) REFERENCES accounts NOT VALID;

-- Downgrade
ALTER TABLE orders DROP CONSTRAINT fk_orders_accounts;
