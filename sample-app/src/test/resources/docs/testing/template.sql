ALTER DATABASE migrations_template_… WITH IS_TEMPLATE false;
DROP DATABASE migrations_template_…;
