-- Upgrade
CREATE INDEX idx_positions_symbol ON positions (symbol);

-- Downgrade
DROP INDEX idx_positions_symbol;
