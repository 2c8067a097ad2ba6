-- A data revision: rows to look at, written against the tables as they are at this point.

-- Upgrade
INSERT INTO accounts (number, holder, opened_at) VALUES
  ('DEMO-1', 'Ada Lovelace', '2024-01-15 09:00:00+00'),
  ('DEMO-2', 'Grace Hopper', '2024-02-01 09:00:00+00');

INSERT INTO orders (account_id, symbol, side, qty, limit_price, notes, placed_at)
SELECT account.id, seed.symbol, seed.side, seed.qty, seed.limit_price, seed.notes, seed.placed_at
  FROM (VALUES
         ('DEMO-1', 'ACME', 'BUY', 100, 12.50, 'Opening position, on margin', timestamptz '2024-03-01 10:00:00+00'),
         ('DEMO-1', 'GLOBEX', 'BUY', 40, 88.10, NULL, timestamptz '2024-03-04 11:30:00+00'),
         ('DEMO-1', 'ACME', 'SELL', 25, 14.75, 'Taking profit', timestamptz '2024-03-11 15:45:00+00'),
         ('DEMO-2', 'ACME', 'BUY', 10, 13.20, 'By telephone', timestamptz '2024-03-12 09:05:00+00')
       ) AS seed (number, symbol, side, qty, limit_price, notes, placed_at)
  JOIN accounts account USING (number)
 ORDER BY seed.placed_at;

INSERT INTO positions (account_id, symbol, quantity, average_price)
SELECT account.id, seed.symbol, seed.quantity, seed.average_price
  FROM (VALUES
         ('DEMO-1', 'ACME', 75, 12.50),
         ('DEMO-1', 'GLOBEX', 40, 88.10),
         ('DEMO-2', 'ACME', 10, 13.20)
       ) AS seed (number, symbol, quantity, average_price)
  JOIN accounts account USING (number);

-- Downgrade
DELETE FROM positions USING accounts
 WHERE accounts.id = positions.account_id AND accounts.number IN ('DEMO-1', 'DEMO-2');
DELETE FROM orders USING accounts
 WHERE accounts.id = orders.account_id AND accounts.number IN ('DEMO-1', 'DEMO-2');
DELETE FROM accounts WHERE number IN ('DEMO-1', 'DEMO-2');
