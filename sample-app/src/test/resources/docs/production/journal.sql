SELECT started_at, finished_at - started_at AS took, action, revision, outcome,
       database_user, host, application_version, sqlstate, message
  FROM shop_history.migrations_journal
 WHERE action <> 'fingerprint'
 ORDER BY id DESC
 LIMIT 20;
