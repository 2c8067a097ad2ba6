SELECT format_type(castsource, NULL), format_type(casttarget, NULL), castcontext FROM pg_cast
