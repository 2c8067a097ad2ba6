COPY t FROM STDIN; SELECT 1;
one
\.
COPY t FROM STDIN; /* fine */ -- too
\.
COPY t FROM STDIN; /* open
\.
