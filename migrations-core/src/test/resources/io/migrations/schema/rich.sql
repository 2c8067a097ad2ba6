CREATE SCHEMA billing;
CREATE SCHEMA "Weird ""Schema";
COMMENT ON SCHEMA billing IS 'Money';
CREATE EXTENSION pg_trgm SCHEMA billing;
CREATE COLLATION billing.german (provider = libc, locale = 'C');
CREATE TYPE billing.state AS ENUM ('new', 'it''s paid', 'gone');
CREATE DOMAIN billing.positive AS numeric(10,2) DEFAULT 1 NOT NULL CONSTRAINT over_zero CHECK (VALUE > 0);
CREATE DOMAIN billing.word AS text COLLATE "C";
CREATE TYPE billing.address AS (street text COLLATE "C", "Zip Code" varchar(10), rest int[]);
CREATE TYPE billing.unused AS (a integer, b text);
CREATE TYPE billing.floats AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TYPE billing.period AS RANGE (subtype = date, multirange_type_name = billing.periods);
CREATE SEQUENCE billing.loose AS integer START 5 INCREMENT -2 MINVALUE -100 MAXVALUE 10 CACHE 3 CYCLE;
CREATE FUNCTION billing.twice(a integer, VARIADIC rest text[] DEFAULT '{}') RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a * 2';
CREATE FUNCTION billing.touched() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE FUNCTION billing.told() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN END$$;
CREATE PROCEDURE billing.settle(INOUT x integer) LANGUAGE sql BEGIN ATOMIC SELECT x; END;
CREATE AGGREGATE billing.total(integer) (sfunc = int4pl, stype = integer, initcond = '0', parallel = safe);
CREATE AGGREGATE billing.how_many(*) (sfunc = int8inc, stype = bigint, initcond = '0');
CREATE TABLE billing.customer (
  id integer GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5) PRIMARY KEY WITH (fillfactor = 80),
  number serial,
  name varchar(40) COLLATE "C" NOT NULL DEFAULT 'nobody',
  email text UNIQUE DEFERRABLE INITIALLY DEFERRED,
  state billing.state DEFAULT 'new' CHECK (state <> 'gone'),
  size billing.positive,
  home billing.address,
  doubled integer GENERATED ALWAYS AS (id * 2) STORED,
  during int4range,
  CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&) WHERE (during IS NOT NULL)
) WITH (fillfactor = 70, toast.autovacuum_enabled = false);
ALTER TABLE billing.customer ALTER name SET STORAGE EXTERNAL, ALTER name SET STATISTICS 300, ALTER email SET (n_distinct = 5);
ALTER TABLE billing.customer REPLICA IDENTITY FULL, ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE billing.customer CLUSTER ON customer_pkey;
COMMENT ON TABLE billing.customer IS 'Who pays';
COMMENT ON COLUMN billing.customer.name IS 'As on the card';
COMMENT ON CONSTRAINT no_overlap ON billing.customer IS 'One at a time';
GRANT SELECT ON billing.customer TO PUBLIC;
GRANT INSERT ON billing.customer TO reader_one WITH GRANT OPTION;
GRANT UPDATE (name) ON billing.customer TO "Reader Two";
REVOKE ALL ON billing.loose FROM CURRENT_USER;
REVOKE EXECUTE ON FUNCTION billing.twice FROM PUBLIC;
CREATE TABLE "Weird ""Schema"."Weird ""Name""" (
  "Some Column" integer REFERENCES billing.customer ON DELETE CASCADE,
  "select" integer,
  PRIMARY KEY ("Some Column", "select")
);
ALTER TABLE "Weird ""Schema"."Weird ""Name""" ADD CONSTRAINT "Weird Check" CHECK ("select" > 0) NOT VALID;
CREATE UNIQUE INDEX "Weird Index" ON "Weird ""Schema"."Weird ""Name""" (lower("select"::text), "Some Column") WHERE "select" > 1;
ALTER INDEX "Weird ""Schema"."Weird Index" ALTER COLUMN 1 SET STATISTICS 50;
COMMENT ON INDEX "Weird ""Schema"."Weird Index" IS 'Odd';
CREATE UNLOGGED TABLE public.fleeting ();
CREATE TABLE public.event (
  id bigint NOT NULL,
  at date NOT NULL,
  note text DEFAULT 'x',
  customer integer REFERENCES billing.customer
) PARTITION BY RANGE (at);
CREATE TABLE public.event_2024 PARTITION OF public.event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE public.event_rest PARTITION OF public.event DEFAULT;
ALTER TABLE public.event ADD PRIMARY KEY (id, at);
CREATE INDEX event_note_idx ON public.event (note);
CREATE TABLE public.animal (legs integer DEFAULT 4 CHECK (legs > 0), id integer NOT NULL);
CREATE TABLE public.dog (tail integer) INHERITS (public.animal);
ALTER TABLE public.dog ALTER legs SET DEFAULT 3;
CREATE VIEW public.payer WITH (security_barrier = true) AS SELECT c.id, c.name, t.customer FROM billing.customer c LEFT JOIN public.event t ON t.customer = c.id;
COMMENT ON COLUMN public.payer.name IS 'Shown';
ALTER VIEW public.payer ALTER COLUMN id SET DEFAULT 7;
CREATE VIEW public.payers_of_payers AS SELECT * FROM public.payer;
CREATE MATERIALIZED VIEW public.summary AS SELECT count(*) AS n FROM billing.customer WITH NO DATA;
CREATE UNIQUE INDEX summary_idx ON public.summary (n);
CREATE TRIGGER touch BEFORE UPDATE OF name ON billing.customer FOR EACH ROW EXECUTE FUNCTION billing.touched();
ALTER TABLE billing.customer DISABLE TRIGGER touch;
CREATE CONSTRAINT TRIGGER late AFTER INSERT ON billing.customer DEFERRABLE FOR EACH ROW EXECUTE FUNCTION billing.touched();
CREATE TRIGGER everywhere AFTER INSERT ON public.event FOR EACH ROW EXECUTE FUNCTION billing.touched();
CREATE POLICY own ON billing.customer AS RESTRICTIVE FOR SELECT TO reader_one, "Reader Two" USING (name = current_user);
CREATE POLICY everybody ON billing.customer WITH CHECK (size > 1);
CREATE RULE quiet AS ON DELETE TO public.animal DO INSTEAD NOTHING;
CREATE STATISTICS billing.together (dependencies) ON name, email FROM billing.customer;
ALTER STATISTICS billing.together SET STATISTICS 100;
CREATE CAST (billing.address AS text) WITH INOUT AS ASSIGNMENT;
CREATE FUNCTION billing.same(billing.address, billing.address) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE FUNCTION billing.order_of(billing.address, billing.address) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE OPERATOR billing.=== (FUNCTION = billing.same, LEFTARG = billing.address, RIGHTARG = billing.address, COMMUTATOR = OPERATOR(billing.===));
CREATE FUNCTION billing.hash_of(billing.address) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE OPERATOR CLASS billing.address_ops FOR TYPE billing.address USING hash AS OPERATOR 1 billing.===;
CREATE TEXT SEARCH DICTIONARY billing.plain (TEMPLATE = pg_catalog.simple, stopwords = 'english');
CREATE TEXT SEARCH CONFIGURATION billing.search (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION billing.search ADD MAPPING FOR asciiword, word WITH billing.plain, simple;
CREATE FOREIGN DATA WRAPPER afar OPTIONS (debug 'true');
CREATE SERVER there TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER afar OPTIONS (host 'it''s', port '1');
CREATE FOREIGN TABLE public.remote (id integer OPTIONS (column_name 'x')) SERVER there OPTIONS (table_name 'y');
CREATE EVENT TRIGGER told ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION billing.told();
ALTER EVENT TRIGGER told DISABLE;
CREATE PUBLICATION news FOR TABLE billing.customer WITH (publish = 'insert');
ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT SELECT ON TABLES TO reader_one;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
CREATE CONVERSION public.strange FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TABLE public.migrations_journal (id bigserial PRIMARY KEY, note text);
CREATE FUNCTION public.migrations_journal_append_only() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$;
CREATE TRIGGER append_only BEFORE DELETE ON public.migrations_journal FOR EACH STATEMENT EXECUTE FUNCTION public.migrations_journal_append_only();
