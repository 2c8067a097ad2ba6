-- Revises: 005
-- Depends on: 4f1c2a9be03d

CREATE VIEW fee_report AS SELECT order_id, amount FROM order_fees;
