-- Depends on: order_value
-- Description: What each account has ordered
CREATE OR REPLACE VIEW order_totals AS
  SELECT account_id, sum(order_value(id)) AS total FROM orders GROUP BY account_id;
GRANT SELECT ON order_totals TO reporting;
