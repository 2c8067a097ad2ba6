GRANT SELECT ON orders TO ${reader};
