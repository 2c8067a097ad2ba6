-- One file with both directions. Without a header, the id is the file name up to its first '_': 000.

-- Upgrade
CREATE TABLE accounts (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number    text NOT NULL CONSTRAINT accounts_number_key UNIQUE,
  holder    text NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE orders (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id  bigint NOT NULL,
  symbol      text NOT NULL CONSTRAINT orders_symbol_check CHECK (symbol ~ '^[A-Z][A-Z0-9.]{0,11}$'),
  side        text NOT NULL CONSTRAINT orders_side_check CHECK (side IN ('BUY', 'SELL')),
  qty         numeric(18, 4) NOT NULL CONSTRAINT orders_qty_check CHECK (qty > 0),
  limit_price numeric(18, 4) NOT NULL CONSTRAINT orders_limit_price_check CHECK (limit_price > 0),
  placed_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE positions (
  account_id    bigint NOT NULL REFERENCES accounts,
  symbol        text NOT NULL,
  quantity      numeric(18, 4) NOT NULL,
  average_price numeric(18, 4) NOT NULL CONSTRAINT positions_average_price_check CHECK (average_price >= 0),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, symbol)
);

-- Downgrade
DROP TABLE positions;
DROP TABLE orders;
DROP TABLE accounts;
