-- Reads every order, under a lock that lets others write.

ALTER TABLE orders VALIDATE CONSTRAINT fk_orders_accounts;
