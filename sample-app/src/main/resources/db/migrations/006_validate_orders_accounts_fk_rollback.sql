-- A constraint cannot be made unvalidated, so it is replaced.

ALTER TABLE orders
  DROP CONSTRAINT fk_orders_accounts,
  ADD CONSTRAINT fk_orders_accounts FOREIGN KEY (account_id) REFERENCES accounts NOT VALID;
