-- A repeatable script: it says what the view is now, and runs again whenever it has changed.

-- Depends on: position_cost
-- Description: what each account holds, and what that cost
CREATE OR REPLACE VIEW account_positions AS
SELECT a.number AS account, a.holder, p.symbol, p.quantity, p.average_price,
       position_cost(p.quantity, p.average_price) AS cost
  FROM positions p
  JOIN accounts a ON a.id = p.account_id
 WHERE p.quantity <> 0;
