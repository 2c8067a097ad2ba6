--
-- PostgreSQL database dump
--

\restrict kJ3hdZ9

SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE TABLE public.a (
    id integer NOT NULL
);

COPY public.a (id) FROM stdin;
1
2
\.

\unrestrict kJ3hdZ9

