-- Upgrade
CREATE TABLE trail (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now(),
    account text NOT NULL,
    what    text NOT NULL
);

-- Downgrade
DROP TABLE trail;
