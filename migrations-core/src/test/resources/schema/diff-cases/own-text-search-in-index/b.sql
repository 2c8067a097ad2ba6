CREATE SCHEMA app;
CREATE TEXT SEARCH CONFIGURATION app.plain (COPY = pg_catalog.simple);
CREATE FUNCTION app.words(value text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT to_tsvector('app.plain', $1) $$;
CREATE TABLE app.area (id integer PRIMARY KEY, name text NOT NULL);
CREATE INDEX area_words ON app.area USING gin (app.words(name));
